/** Messages and control frames that one socket may send per second in the long run, and at once. */
const PER_SECOND = 30;
const AT_ONCE = 150;

/** What one socket may still send: it fills up as time passes. [G8] */
export class Allowance {
  private left = AT_ONCE;
  private countedAt = performance.now();

  /** Takes one; answers whether it was there. */
  take(now = performance.now()): boolean {
    this.left = Math.min(AT_ONCE, this.left + ((now - this.countedAt) * PER_SECOND) / 1000);
    this.countedAt = now;
    if (this.left < 1) return false;
    this.left -= 1;
    return true;
  }

  /** A document that nobody has sent before takes work, which counts as so many messages more. */
  spend(messages: number): void {
    this.left -= messages;
  }
}
