import type { Position } from '../journal/position.js';
import { FRESH, Group, type GroupNeeds } from './group.js';
import type { Member } from './member.js';

/** A board as the group has it. */
interface Shown {
  board: Position;
  send: (member: Member) => void;
  /** Counts the boards of this group. */
  version: number;
  madeAt: number;
}

const isAt = ({ epoch, seq }: Position, at: Position) => epoch === at.epoch && seq === at.seq;

/**
 * The whole board, at once and again whenever the meeting has moved on. Nothing is kept for a member whose line is not
 * free: it gets the newest board when it is. [L1] [L3]
 */
export class Newest extends Group {
  private shown: Shown | null = null;
  private readonly late = new Set<Member>();
  private renewing: Promise<void> | undefined;

  constructor(
    needs: GroupNeeds,
    private readonly load: (meetingId: string, at: Position) => Promise<Position>,
  ) {
    super(needs);
  }

  /** A board that is known to be old is not sent: the present one is being made. */
  start(member: Member): void {
    const { shown, at } = this;
    if (this.isOver) member.end();
    else if (shown && at && isAt(shown.board, at)) void this.show([member]);
  }

  override leave(member: Member): void {
    this.late.delete(member);
    super.leave(member);
  }

  protected async advance(at: Position): Promise<void> {
    const before = this.shown;
    if (!before || !isAt(before.board, at)) {
      const board = await this.load(this.needs.meetingId, at);
      if (!before || !isAt(before.board, board)) this.shown = await this.make(board, (before?.version ?? 0) + 1);
    }
    // The first board of a group is no news, however late it comes after the meeting's last step.
    await this.show(this.members, before !== null && before !== this.shown);
  }

  /** Sends the newest board to those that don't have it. */
  private async show(members: Iterable<Member>, isNews = false): Promise<void> {
    const { board, version, send } = await this.present();
    const sendAll = () => {
      let isSent = false;
      for (const member of members) {
        if (!this.members.has(member) || !member.isStarted || member.has >= version) continue;
        if (member.line.isFree) {
          member.has = version;
          send(member);
          isSent = true;
        } else {
          this.wait(member);
        }
      }
      return isSent;
    };
    if (isNews) this.broadcast(board.seq, sendAll);
    else sendAll();
  }

  private wait(member: Member): void {
    if (this.late.has(member)) {
      this.needs.stats.coalesced += 1;
      return;
    }
    this.late.add(member);
    member.line.whenFree(() => {
      if (this.late.delete(member)) void this.show([member]);
    });
  }

  private async make(board: Position, version: number): Promise<Shown> {
    const send = this.needs.broadcaster(await this.needs.render([board]));
    return { board, send, version, madeAt: performance.now() };
  }

  /** The newest board; a volatile one is made anew when a newcomer asks for it a while later. */
  private async present(): Promise<Shown> {
    const shown = this.shown!;
    if (this.needs.isVolatile && performance.now() - shown.madeAt > FRESH) {
      this.renewing ??= this.renew(shown)
        .catch(() => undefined)
        .finally(() => (this.renewing = undefined));
      await this.renewing;
    }
    return this.shown!;
  }

  private async renew(shown: Shown): Promise<void> {
    const renewed = await this.make(shown.board, shown.version);
    if (this.shown === shown) this.shown = renewed;
  }
}
