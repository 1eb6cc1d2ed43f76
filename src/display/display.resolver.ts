import { Arg, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { EntityManager } from 'typeorm';
import { isConnected } from '../access/seen.js';
import { SessionRow } from '../access/session.entity.js';
import { holderOf } from '../access/viewer.js';
import type { Fact } from '../audit/audit.js';
import type { Context } from '../context.js';
import { Refusal } from '../errors.js';
import { id as reference } from '../input.js';
import { lockMeeting } from '../journal/lock.js';
import type { MeetingRow } from '../meeting/meeting.entity.js';
import { findMeeting } from '../meeting/meeting.load.js';
import { Meeting } from '../meeting/meeting.type.js';
import { Volatile } from '../volatile.js';
import { DisplayRow } from './display.entity.js';
import { updateDisplays } from './display.rules.js';
import { confirmPairing, revokeDisplay, updateDisplay } from './display.store.js';
import { Display, DisplayView, UpdateDisplayInput } from './display.type.js';
import { waitingScreen } from './pairing.store.js';
import { WaitingScreen } from './pairing.type.js';

const MEETING_ID = { description: 'Id of the meeting.' };
const DISPLAY_ID = { description: 'Id of the display.' };
const CODE = { description: 'The six digits that the screen shows; spaces don’t matter.' };
const NAME = { description: 'What to call it, such as where it hangs; 1 to 100 characters.' };

/** Looks a code up, and counts it if there is none such: for whoever typed it, not for the address that a hall shares. [N9] */
async function tried<T>({ attempts, visit: { address, viewer } }: Context, look: () => Promise<T>): Promise<T> {
  const name = holderOf(viewer) ?? viewer.kind;
  await attempts.check('SCREEN', address, name);
  try {
    return await look();
  } catch (error) {
    if (error instanceof Refusal && error.code === 'WRONG_CODE') await attempts.failed('SCREEN', address, name);
    throw error;
  }
}

interface Changed<T> {
  result: T;
  isChanged: boolean;
}

/**
 * Changes a display, and tells the boards of its meeting by an entry. [Y10] The meeting's lock comes first, as in all
 * commands.
 */
const change = <T>(
  { act, write }: Context,
  fact: Fact & { meetingId: string },
  work: (manager: EntityManager, fact: Fact) => Promise<Changed<T>>,
): Promise<T> =>
  act(fact, async (manager, told) => {
    const { meetingId } = fact;
    await lockMeeting(manager, meetingId);
    const { result, isChanged } = await work(manager, told);
    if (!isChanged) return result;
    const { seq, type } = await write.within(manager, { meetingId }, updateDisplays, {});
    if (type !== null) told.meetingSeq = seq;
    return result;
  });

/** A display has one session, made when it was confirmed. */
const sessionOf = async (id: string, { load }: Context) =>
  (await load.many(SessionRow, 'displayId', id, 'createdAt')).at(-1);

@Resolver(() => Display)
export class DisplayResolver {
  /** The code alone doesn't say whose screen it is on: before it is confirmed, the operator sees where it is. [Y2] */
  @Query(() => WaitingScreen, {
    description: 'The screen that shows this code, to be looked at before it is confirmed.',
  })
  async pairingOf(
    @Arg('meetingId', () => ID, { description: 'Id of the meeting that it is for.' }) meetingId: string,
    @Arg('code', () => String, CODE) code: string,
    @Ctx() context: Context,
  ): Promise<WaitingScreen> {
    await findMeeting(context.database, meetingId);
    return tried(context, () => waitingScreen(context.database.manager, code));
  }

  @Mutation(() => Display, {
    description:
      'Makes the screen that shows this code a display of the meeting, for 30 days or until it is revoked. FORBIDDEN for a ROSTRUM, unless one may see the chair’s notes oneself.',
  })
  confirmDisplay(
    @Arg('meetingId', () => ID, MEETING_ID) givenId: string,
    @Arg('code', () => String, CODE) code: string,
    @Arg('name', () => String, NAME) name: string,
    @Arg('view', () => DisplayView, { defaultValue: 'HALL', description: 'For whom it shows the board.' })
    view: DisplayView,
    @Ctx() context: Context,
  ) {
    const meetingId = reference('meeting', givenId);
    return tried(context, () =>
      change(context, { action: 'confirmDisplay', meetingId }, async (manager, fact) => {
        const sight = await context.sight(meetingId);
        const { display, address } = await confirmPairing(manager, sight, meetingId, { code, name, view });
        Object.assign(fact, { subjectId: display.id, detail: { name: display.name, screen: address, view } });
        return { result: display, isChanged: true };
      }),
    );
  }

  @Mutation(() => Display, {
    description:
      'Sets a display otherwise; its board follows at once, without anybody touching the screen. FORBIDDEN if it becomes a ROSTRUM, unless one may see the chair’s notes oneself.',
  })
  updateDisplay(
    @Arg('meetingId', () => ID, MEETING_ID) givenId: string,
    @Arg('displayId', () => ID, DISPLAY_ID) displayId: string,
    @Arg('input', () => UpdateDisplayInput, { description: 'What changes.' }) input: UpdateDisplayInput,
    @Ctx() context: Context,
  ) {
    const [meetingId, subjectId] = [reference('meeting', givenId), reference('display', displayId)];
    return change(context, { action: 'updateDisplay', meetingId, subjectId }, async (manager, fact) => {
      const sight = await context.sight(meetingId);
      const { display, isChanged } = await updateDisplay(manager, sight, meetingId, subjectId, input);
      fact.detail = { view: display.view };
      return { result: display, isChanged };
    });
  }

  @Mutation(() => Boolean, {
    description: 'Ends what a display may do: its sockets are closed within five seconds, and it shows a new code.',
  })
  revokeDisplay(
    @Arg('meetingId', () => ID, MEETING_ID) givenId: string,
    @Arg('displayId', () => ID, DISPLAY_ID) displayId: string,
    @Ctx() context: Context,
  ) {
    const [meetingId, subjectId] = [reference('meeting', givenId), reference('display', displayId)];
    return change(context, { action: 'revokeDisplay', meetingId, subjectId }, async (manager) => ({
      result: true,
      ...(await revokeDisplay(manager, meetingId, subjectId)),
    }));
  }

  @FieldResolver(() => String, { description: 'Its network address when it asked for its code.' })
  async address(@Root() { id }: DisplayRow, @Ctx() context: Context) {
    return (await sessionOf(id, context))?.address ?? '';
  }

  @FieldResolver(() => String, { description: 'Its browser, in the browser’s own words.' })
  async userAgent(@Root() { id }: DisplayRow, @Ctx() context: Context) {
    return (await sessionOf(id, context))?.userAgent ?? '';
  }

  @FieldResolver(() => Date, { nullable: true, description: 'When it will have to be paired again.' })
  async expiresAt(@Root() { id }: DisplayRow, @Ctx() context: Context) {
    return (await sessionOf(id, context))?.expiresAt;
  }

  @Volatile()
  @FieldResolver(() => Date, {
    nullable: true,
    description: 'When it was last known to be connected; while it is, at most ten seconds ago.',
  })
  async seenAt(@Root() { id }: DisplayRow, @Ctx() context: Context) {
    return (await sessionOf(id, context))?.seenAt;
  }

  @Volatile()
  @FieldResolver(() => Boolean, {
    description:
      'Whether it is connected, to any server. A display that comes or goes is told within a second, one whose cable was pulled or whose server died within half a minute.',
  })
  async isConnected(@Root() { id }: DisplayRow, @Ctx() context: Context) {
    const session = await sessionOf(id, context);
    return session !== undefined && !session.endedAt && isConnected(session.connectedAt, context.clock.now());
  }
}

@Resolver(() => Meeting)
export class MeetingDisplaysResolver {
  /** Every display that was not revoked, with how it is at this moment. [Y4] */
  @Volatile()
  @FieldResolver(() => [Display], { description: 'The screens paired with it, in the order in which they were.' })
  async displays(@Root() { id }: MeetingRow, @Ctx() { load }: Context) {
    return (await load.many(DisplayRow, 'meetingId', id, 'pairedAt')).filter(({ revokedAt }) => revokedAt === null);
  }
}
