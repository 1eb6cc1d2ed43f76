import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { GraphQLField } from 'graphql';
import { type Actor, aCast, type Cast, type Part, parts, performAs } from '../support/cast.js';
import { codeOf, type Door, httpDoor, socketDoor } from '../support/door.js';
import { type Named, requestFor } from '../support/request.js';
import { startServer, type TestServer } from '../support/server.js';
import type { Stage } from '../support/stage.js';
import { matrix } from './matrix.js';

/** These end or change the session that asks, so they come last. */
const LAST = ['Mutation.renewSession', 'Mutation.signOut'];

/** Who has a draft of their own, as which author. */
const drafters: Partial<Record<Part, string>> = {
  administrator: 'second',
  'appointed HOST': 'second',
  'appointed RECORDER': 'second',
  HOST: 'second',
  RECORDER: 'second',
  COMMENTER: 'commenter',
};

describe('every field of the API', () => {
  let server: TestServer;
  let cast: Cast;
  const drafts = new Map<Part, string>();
  /** By field, "Query.meeting". */
  const fields = new Map<string, GraphQLField<unknown, unknown>>();

  beforeAll(async () => {
    server = await startServer();
    for (const type of [
      server.schema.getQueryType(),
      server.schema.getMutationType(),
      server.schema.getSubscriptionType(),
    ])
      for (const field of Object.values(type!.getFields())) fields.set(`${type!.name}.${field.name}`, field);
    cast = await aCast(server);
    for (const actor of cast.actors) {
      const author = drafters[actor.part];
      if (!author) continue;
      const { meetingId, participants, statements } = cast.here;
      const input = { statementId: statements.made, authorId: participants[author], body: 'draft' };
      const token = await cast.tokenOf(actor);
      drafts.set(actor.part, (await performAs(server, token!, 'draftComment', { meetingId, input })).subjectId);
    }
  });
  afterAll(() => server.stop());

  const isAboutMeeting = (name: string) =>
    name === 'Query.meeting' || fields.get(name)!.args.some((arg) => arg.name === 'meetingId');

  /** What is the actor's own at the stage, or what is not. */
  const named = (stage: Stage, { part, participantId }: Actor, isOwn: boolean): Named => ({
    stage,
    statementId: stage.statements[part === 'account of a SPEAKER' ? 'linked' : 'speaker']!,
    participantId: participantId!,
    commentId: stage.comments.own,
    draftId: drafts.get(part)!,
    ...(!isOwn && {
      statementId: stage.statements.made!,
      participantId: stage.participants.second!,
      commentId: stage.comments.others,
      draftId: drafts.get(part === 'HOST' ? 'RECORDER' : 'HOST')!,
    }),
  });

  interface Try {
    what: string;
    name: string;
    named: Named;
    isAllowed: boolean;
  }

  /** Everything that an actor is to try: here, with what is one's own where that matters, and there. */
  const triesOf = (actor: Actor): Try[] => {
    const names = [...matrix.keys()].filter((name) => !LAST.includes(name));
    return [...names, ...LAST].flatMap((name) => {
      const cell = matrix.get(name)![actor.part];
      const { here, there } = cast;
      const others = { name, what: `${name} here`, named: named(here, actor, false), isAllowed: cell === '+' };
      const own = { name, what: `${name} of one’s own`, named: named(here, actor, true), isAllowed: true };
      const away = {
        name,
        what: `${name} there`,
        named: named(there, actor, false),
        isAllowed: actor.part === 'administrator',
      };
      return [others, ...(cell === 'o' ? [own] : []), ...(isAboutMeeting(name) ? [away] : [])];
    });
  };

  const attempt = async (door: Door, { name, named }: Try) => {
    const [kind = ''] = name.split('.');
    const { document, variables } = requestFor(kind, fields.get(name)!, named);
    return codeOf(await door.ask(document, variables));
  };

  it('[F1] has its line in the matrix of this test', () => {
    expect([...matrix.keys()].toSorted()).toEqual([...fields.keys()].toSorted());
    for (const cells of matrix.values()) expect(Object.values(cells)).toHaveLength(parts.length);
  });

  it('[F1] [F6] is allowed to those whom the table names and to nobody else, alike at both doors, and trying it changes nothing', async () => {
    const still = async () => {
      const { session: _, pairing: __, rate_limit: ___, ...rest } = await server.dump();
      return rest;
    };
    const before = await still();
    let count = 0;
    const play = async (actor: Actor) => {
      const doors = [
        httpDoor(server.url, await cast.tokenOf(actor)),
        socketDoor(server.url, await cast.tokenOf(actor)),
      ] as const;
      const wrong: object[] = [];
      for (const one of triesOf(actor)) {
        const isSubscription = one.name.startsWith('Subscription');
        const [overHttp, overSocket] = [await attempt(doors[0], one), await attempt(doors[1], one)];
        count += 2;
        const refusal = actor.part === 'public' ? 'UNAUTHENTICATED' : 'FORBIDDEN';
        const isRefused = ['UNAUTHENTICATED', 'FORBIDDEN'].includes(overSocket);
        const isRight =
          isRefused !== one.isAllowed &&
          (one.isAllowed || overSocket === refusal) &&
          overHttp === (isSubscription ? 'BAD_REQUEST' : overSocket) &&
          overSocket !== 'INTERNAL';
        if (!isRight) wrong.push({ part: actor.part, what: one.what, isAllowed: one.isAllowed, overHttp, overSocket });
      }
      await doors[1].close();
      return wrong;
    };
    const wrong = (await Promise.all(cast.actors.map(play))).flat();
    expect(wrong).toEqual([]);
    expect(await still()).toEqual(before);
    // A hundred fields, sixteen parts, two meetings, two doors.
    expect(count).toBeGreaterThan(5_000);
  }, 240_000);
});
