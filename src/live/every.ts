import { isUnavailable } from '../database/constraints.js';
import { type Position, resync } from '../journal/position.js';
import { Group, type GroupNeeds, pause } from './group.js';
import type { Member } from './member.js';
import { createPages, type Page, type Pages } from './pages.js';

interface EveryNeeds<Entry> extends GroupNeeds {
  /** The entries after a seq, in order and without a hole. They may be of another epoch than was asked for. */
  after: (meetingId: string, epoch: string, seq: number, first: number) => Promise<Entry[]>;
  accept: (entry: Entry) => boolean;
}

const PAGE = 100;

/**
 * Every entry, in order and without a hole. Members that have everything are level, and sent what is new together. One that
 * is behind, because it came back with a cursor or its line was not free, reads on from its cursor as its line takes it. [L5]
 */
export class Every<Entry extends Position> extends Group {
  /** Up to here, whoever is level has been sent everything. */
  private head: Position | null = null;
  private readonly level = new Set<Member>();
  private readonly behind = new Set<Member>();
  private readonly pages: Pages;

  constructor(private readonly every: EveryNeeds<Entry>) {
    super(every);
    this.pages = createPages((from, to) => this.read(from, to), every.isVolatile);
  }

  start(member: Member): void {
    if (this.isOver) member.end();
    else void this.catchUp(member);
  }

  override leave(member: Member): void {
    this.level.delete(member);
    this.behind.delete(member);
    super.leave(member);
  }

  protected async advance(at: Position): Promise<void> {
    this.head ??= at;
    const { epoch } = this.head;
    if (at.epoch !== epoch || at.seq < this.head.seq) return this.resync(this.head);
    while (!this.isOver && this.head.seq < at.seq) {
      const from: number = this.head.seq;
      const isPassed = this.level.size === 0;
      const page: Page = isPassed ? await this.pass(this.head) : await this.read(from, at.seq);
      // Somebody has become level meanwhile.
      if (isPassed && this.level.size > 0) continue;
      if (page.last === from) return;
      this.head = { epoch, seq: page.last };
      this.tell(from, page);
    }
  }

  /** With nobody to tell, those who are behind read for themselves, up to where the table says. */
  private async pass({ epoch, seq }: Position): Promise<Page> {
    const now = await this.every.follow.position(this.every.meetingId);
    return { messages: [], last: now?.epoch === epoch ? Math.max(now.seq, seq) : seq };
  }

  private tell(from: number, { messages, last }: Page): void {
    const send = this.needs.broadcaster(messages.map(({ payload }) => payload));
    const sendAll = () => {
      let isSent = false;
      for (const member of this.level) {
        if (member.line.isFree) {
          if (member.has === from) send(member);
          else this.send(member, messages);
          member.has = Math.max(member.has, last);
          isSent = true;
        } else {
          this.level.delete(member);
          this.every.stats.laggards += 1;
          void this.catchUp(member);
        }
      }
      return isSent;
    };
    if (messages.length > 0) this.broadcast(last, sendAll);
    else sendAll();
  }

  /** Sends a member the messages that it doesn't have. */
  private send(member: Member, messages: Page['messages']): void {
    const missing = messages.filter(({ seq }) => seq > member.has);
    this.needs.broadcaster(missing.map(({ payload }) => payload))(member);
  }

  private async catchUp(member: Member): Promise<void> {
    if (this.behind.has(member)) return;
    this.behind.add(member);
    while (this.members.has(member) && !this.level.has(member)) {
      try {
        await this.catchUpAPage(member);
      } catch (error) {
        if (isUnavailable(error)) await pause();
        else await this.dismiss([member], error).catch(pause);
      }
    }
    this.behind.delete(member);
  }

  private async catchUpAPage(member: Member): Promise<void> {
    if (!member.line.isFree) return new Promise((resolve) => member.line.whenFree(resolve));
    const head = this.head!;
    if (member.has >= head.seq) return void this.level.add(member);
    const page = await this.pages(member.has, head.seq, this.at?.seq ?? head.seq);
    if (page.last === member.has) return this.resync(head);
    if (!this.members.has(member)) return;
    this.send(member, page.messages);
    member.has = Math.max(member.has, page.last);
  }

  private async read(from: number, to: number): Promise<Page> {
    const { meetingId, after, accept, render } = this.every;
    const { epoch } = this.head!;
    const read = await after(meetingId, epoch, from, PAGE);
    const entries = read.filter((entry) => entry.epoch === epoch && entry.seq <= to);
    const accepted = entries.filter(accept);
    const payloads = await render(accepted);
    const messages = accepted.map(({ seq }, index) => ({ seq, payload: payloads[index]! }));
    return { messages, last: entries.at(-1)?.seq ?? from };
  }

  /** What the members have is not the beginning of what there is: they must look at the present state. [L8] */
  private async resync({ epoch, seq }: Position): Promise<void> {
    const now = await this.every.follow.position(this.every.meetingId);
    // A slow read and the doorbell had crossed.
    if (now?.epoch === epoch && now.seq >= seq) return pause();
    if (!now) return;
    this.every.stats.resyncs += this.members.size;
    await this.dismiss(this.members, resync(now));
  }
}
