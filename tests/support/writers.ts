import { setTimeout as delay } from 'node:timers/promises';
import { post } from './process.js';

const UPDATE = `mutation ($id: ID!, $key: String!, $title: String!) {
  done: updateMeeting(meetingId: $id, idempotencyKey: $key, input: { title: $title }) { seq } }`;

interface Settings {
  meetingId: string;
  /** Where to write now; asked before every attempt. */
  address: () => string;
  /** Commands a second, of all writers together. */
  rate: number;
  writers?: number;
}

const PATIENCE = 60_000;

/** Operators who each repeat a command, with its key, until it is acknowledged. The title says which command it was. */
export class Writers {
  /** The seq that was acknowledged, by the key, which is also the title. */
  readonly acknowledged = new Map<string, number>();
  readonly refused: string[] = [];
  attempts = 0;
  /** Why attempts failed. */
  readonly failures: Record<string, number> = {};
  private tickets = 0;
  private isStopped = false;
  private isAbandoned = false;
  private readonly begun = performance.now();
  private readonly working: Promise<void>[];

  constructor(private readonly settings: Settings) {
    this.working = Array.from({ length: settings.writers ?? 16 }, () => this.work());
  }

  private async work(): Promise<void> {
    while (!this.isStopped) {
      const ticket = this.tickets++;
      const due = this.begun + (ticket * 1000) / this.settings.rate;
      await delay(Math.max(0, due - performance.now()));
      if (!this.isStopped) await this.command(`${this.settings.meetingId} ${ticket}`);
    }
  }

  private async command(key: string): Promise<void> {
    const { meetingId: id, address } = this.settings;
    while (!this.isAbandoned) {
      this.attempts += 1;
      const answer = await post(address(), UPDATE, { id, key, title: key }).catch(() => null);
      if (answer?.data?.done) return void this.acknowledged.set(key, answer.data.done.seq);
      const code = answer?.errors?.[0]?.extensions.code;
      this.failures[code ?? 'no answer'] = (this.failures[code ?? 'no answer'] ?? 0) + 1;
      if (code && code !== 'UNAVAILABLE') this.refused.push(`${code}: ${answer.errors?.[0]?.message}`);
      await delay(50 + 100 * Math.random());
    }
    this.refused.push(`${key} was never acknowledged`);
  }

  /** Takes no new command; resolves when all that were begun are acknowledged, or were not for too long. */
  async finish(): Promise<void> {
    this.isStopped = true;
    const impatience = setTimeout(() => this.stop(), PATIENCE);
    await Promise.all(this.working);
    clearTimeout(impatience);
  }

  /** Gives up, also what was begun. */
  stop(): void {
    this.isStopped = true;
    this.isAbandoned = true;
  }
}
