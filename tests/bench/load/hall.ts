import { Display } from './display.js';

/** The operations of the display with this number. */
export type Operations = (index: number) => string[];

const WAVE = 100;
const PATIENCE = 300_000;
/** One source address has too few ports for storms. */
const ADDRESSES = 8;

/** A crowd of displays before one server. */
export class Hall {
  displays: Display[] = [];
  /** Displays that did not get in, or were thrown out. */
  failures: string[] = [];
  #missing = 0;
  #arrive: (at: number) => void = () => undefined;

  constructor(
    readonly port: number,
    readonly operations: Operations,
  ) {}

  /** Lets displays in, wave by wave, until each has what is shown at present. */
  async enter(count: number, wave = WAVE): Promise<void> {
    while (this.displays.length < count) await this.#open(Math.min(wave, count - this.displays.length));
  }

  /** All leave without a word and come back at once; answers when the last has what is shown at present. */
  async storm(): Promise<void> {
    const { length } = this.displays;
    this.leave();
    await this.#open(length);
  }

  /** Resolves with the time at which the last of these displays got its share; a stalled one is not waited for. */
  expect(share: number, displays = this.displays): Promise<number> {
    const healthy = displays.filter(({ isStalled }) => !isStalled);
    for (const display of healthy) {
      if (display.received > display.due) throw new Error(`${display.received} messages instead of ${display.due}`);
      display.due = display.received + share;
    }
    this.#missing = healthy.length;
    return new Promise((resolve, reject) => {
      const late = () =>
        reject(new Error(`${this.#missing} of ${healthy.length} still wait; ${this.failures[0] ?? ''}`));
      const timer = setTimeout(late, PATIENCE);
      this.#arrive = (at) => {
        clearTimeout(timer);
        resolve(at);
      };
    });
  }

  leave(): void {
    for (const display of this.displays) display.leave();
    this.displays = [];
  }

  async #open(count: number): Promise<void> {
    const from = this.displays.length;
    const opened = Array.from({ length: count }, (_, index) => this.#display(from + index));
    this.displays.push(...opened);
    await this.expect(1, opened);
  }

  #display(index: number): Display {
    return new Display(this.port, `127.0.0.${2 + (index % ADDRESSES)}`, this.operations(index), {
      delivered: (display) => {
        if (display.received === display.due) this.#arrived();
      },
      failed: (display, reason) => {
        if (display.isStalled) return;
        this.failures.push(reason);
        if (display.received < display.due) this.#arrived();
      },
    });
  }

  #arrived(): void {
    this.#missing -= 1;
    if (this.#missing === 0) this.#arrive(performance.now());
  }
}
