import type { Language } from '../meeting/meeting.type.js';
import type { ItemKind } from './agenda.type.js';
import type { AgendaPlanInput } from './plan.type.js';

/** What is to be planned, and what a course knows by id only: the names of the speakers' units, by the ids that were given. */
export type AgendaPlan = AgendaPlanInput & { units: Readonly<Record<string, string>> };

/** An item of the plan: a statement has its one speaker, written statements have all of theirs. */
export interface Planned {
  kind: ItemKind;
  title: string;
  plannedSeconds: number | null;
  speakerIds: readonly string[];
}

const titles = {
  ZH: {
    OPENING: '主持人宣布开会',
    STATEMENT: (unit: string) => `${unit}述职`,
    WRITTEN_STATEMENTS: '书面述职',
    BALLOT: '民主测评',
    REMARKS: '领导讲话',
    REQUIREMENTS: '提出工作要求',
    INTERMISSION: '休息',
    CLOSING: '会议结束',
  },
  EN: {
    OPENING: 'The host opens the meeting',
    STATEMENT: (unit: string) => (unit ? `Statement: ${unit}` : 'Statement'),
    WRITTEN_STATEMENTS: 'Written statements',
    BALLOT: 'Ballot',
    REMARKS: 'Remarks',
    REQUIREMENTS: 'The chair’s requirements',
    INTERMISSION: 'Intermission',
    CLOSING: 'Closing',
  },
};

/** The items of a plan in their order, titled in the meeting's language; the screen that plans shows the same before it is done. [A15] */
export function outline(language: Language, plan: AgendaPlan): Planned[] {
  const title = titles[language];
  const part = (
    kind: Exclude<ItemKind, 'STATEMENT'>,
    isWanted: boolean,
    speakerIds: readonly string[] = [],
  ): Planned[] => (isWanted ? [{ kind, title: title[kind], plannedSeconds: null, speakerIds }] : []);
  const statements = plan.speakerIds.map(
    (one): Planned => ({
      kind: 'STATEMENT',
      title: title.STATEMENT(plan.units[one] ?? ''),
      plannedSeconds: plan.plannedSeconds ?? null,
      speakerIds: [one],
    }),
  );
  if (plan.intermissionAfter != null) {
    const [pause] = part('INTERMISSION', true);
    statements.splice(plan.intermissionAfter, 0, { ...pause!, plannedSeconds: plan.intermissionSeconds });
  }
  const written = plan.writtenSpeakerIds ?? [];
  return [
    ...part('OPENING', plan.withOpening),
    ...statements,
    ...part('WRITTEN_STATEMENTS', written.length > 0, written),
    ...part('BALLOT', plan.withBallot),
    ...part('REMARKS', plan.withRemarks),
    ...part('REQUIREMENTS', plan.withRequirements),
    ...part('CLOSING', plan.withClosing),
  ];
}

/** An item that is there already, as far as a plan asks. */
export interface Former {
  kind: ItemKind;
  title: string;
  plannedSeconds: number | null;
}

/**
 * The parts of a plan that takes the place of an agenda, each with the former item that goes on as it: the next one of the same
 * kind, and of the same speaker. Its title stays, and its time unless the plan names one. [A16]
 */
export function goingOn<Item extends Former>(
  parts: readonly Planned[],
  former: readonly Item[],
  speakerOf: (item: Item) => string | undefined,
): (Planned & { known: Item | undefined })[] {
  const free = [...former];
  return parts.map((part) => {
    const known = free.find(
      (item) => item.kind === part.kind && (item.kind !== 'STATEMENT' || speakerOf(item) === part.speakerIds[0]),
    );
    if (!known) return { ...part, known };
    free.splice(free.indexOf(known), 1);
    return { ...part, title: known.title, plannedSeconds: part.plannedSeconds ?? known.plannedSeconds, known };
  });
}
