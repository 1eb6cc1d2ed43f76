import { Arg, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql';
import type { Context } from '../context.js';
import { Refusal, refuseUnless } from '../errors.js';
import { id as reference } from '../input.js';
import { SessionRow } from './session.entity.js';
import { endSessions, rotateSession } from './session.store.js';
import { Session, Viewer } from './session.type.js';
import { checkKeep, SignedIn } from './signed-in.type.js';
import type { Viewer as Asking } from './viewer.js';

/** The columns that say whose a session is. */
const holderColumns = ({ kind, id }: Pick<Asking, 'kind' | 'id'>) => ({
  accountId: kind === 'ACCOUNT' ? id : null,
  participantId: kind === 'PARTICIPANT' ? id : null,
  displayId: kind === 'DISPLAY' ? id : null,
});

@Resolver()
export class SessionResolver {
  @Query(() => Viewer, { description: 'Who is signed in; PUBLIC for somebody who is not.' })
  viewer(@Ctx() { visit: { viewer } }: Context): Viewer {
    const { kind, name, isAdministrator, meetingId, expiresAt } = viewer;
    const until = expiresAt === null ? null : new Date(expiresAt);
    return { kind, name, isAdministrator, meetingId, expiresAt: until, ...holderColumns(viewer) };
  }

  /** One sees one's own sessions; administrators those of any account. [N6] */
  @Query(() => [Session], {
    description: 'The sessions that go on, the newest first: one’s own or, for administrators, those of an account.',
  })
  async sessions(
    @Arg('accountId', () => ID, { nullable: true, description: 'Of this account; null: one’s own.' })
    accountId: string | null,
    @Ctx() { database, visit: { viewer } }: Context,
  ) {
    const wanted = accountId == null ? viewer : { kind: 'ACCOUNT' as const, id: reference('account', accountId) };
    const refusal = viewer.kind === 'PUBLIC' ? 'UNAUTHENTICATED' : 'FORBIDDEN';
    refuseUnless(viewer.isAdministrator || wanted.id === viewer.id, refusal);
    const own = Object.entries(holderColumns(wanted)).find(([, id]) => id !== null);
    if (!own) return [];
    const rows = await database.manager
      .createQueryBuilder(SessionRow, 'row')
      .where(`row.${own[0]} = :id AND row.endedAt IS NULL AND row.expiresAt > clock_timestamp()`, { id: own[1] })
      .orderBy('row.createdAt', 'DESC')
      .take(200)
      .getMany();
    return rows.map((row) => ({ ...row, isThis: row.id === viewer.sessionId }));
  }

  /** One ends one's own sessions; administrators those of anybody. Any other is not found. [N6] */
  @Mutation(() => Boolean, {
    description: 'Ends a session: its sockets are closed within seconds. NOT_FOUND if it is over.',
  })
  async endSession(
    @Arg('id', () => ID, { description: 'Id of the session.' }) given: string,
    @Ctx() { act, visit }: Context,
  ) {
    const { viewer } = visit;
    const id = reference('session', given);
    await act({ action: 'endSession', subjectId: id }, async (manager) => {
      const row = await manager.findOneBy(SessionRow, { id });
      const holders = [row?.accountId, row?.participantId, row?.displayId];
      const isOwn = viewer.id !== null && holders.includes(viewer.id);
      const ended = isOwn || viewer.isAdministrator ? await endSessions(manager, { id }) : [];
      refuseUnless(ended.length === 1, 'NOT_FOUND', { what: 'session', id });
    });
    if (id === viewer.sessionId) visit.keep?.(null);
    return true;
  }

  /** Signing out ends the session itself, not only the cookie: a copy of its token is worth nothing. [N6] */
  @Mutation(() => Boolean, { description: 'Signs out: the session ends, and the browser’s cookie goes.' })
  async signOut(@Ctx() { act, visit }: Context) {
    const { sessionId } = visit.viewer;
    if (sessionId !== null)
      await act({ action: 'signOut', subjectId: sessionId }, (manager) => endSessions(manager, { id: sessionId }));
    visit.keep?.(null);
    return true;
  }

  /** A new token for the same session. It goes to where the former is kept: no script gets what a cookie keeps. [N7] */
  @Mutation(() => SignedIn, {
    description:
      'Gives the session a new token; the former is good for a minute after the new one has arrived. A cookie is renewed as a cookie.',
  })
  async renewSession(@Ctx() { act, visit }: Context): Promise<SignedIn> {
    const { sessionId, expiresAt } = visit.viewer;
    if (sessionId === null || expiresAt === null) throw new Refusal('UNAUTHENTICATED');
    checkKeep(visit, visit.isCookie ? 'COOKIE' : 'TOKEN');
    const token = await act({ action: 'renewSession', subjectId: sessionId }, (manager) =>
      rotateSession(manager, sessionId),
    );
    // It has ended meanwhile.
    if (token === null) throw new Refusal('UNAUTHENTICATED');
    const until = new Date(expiresAt);
    if (visit.isCookie) visit.keep?.(token, until);
    return { token: visit.isCookie ? null : token, expiresAt: until };
  }
}
