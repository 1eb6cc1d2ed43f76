import type { EntityManager } from 'typeorm';
import { validate as isUuid } from 'uuid';
import { CommentRow } from '../appraisal/comment.entity.js';
import { StatementRow } from '../statement/statement.entity.js';

/** What may be one's own: a statement, the name that a new comment stands in, a draft, a comment, one's own presence. */
export type Own = 'STATEMENT' | 'NAME' | 'DRAFT' | 'COMMENT' | 'PRESENCE';

/** Who asks, at the meeting that they ask about. */
export interface Oneself {
  participantId: string | null;
  holder: string | null;
}

type Args = Record<string, any>;

const same = (participantId: string | null, given: unknown): boolean =>
  participantId !== null && typeof given === 'string' && given.toLowerCase() === participantId;

const comment = (manager: EntityManager, { meetingId, commentId }: Args) =>
  isUuid(commentId) ? manager.findOneBy(CommentRow, { id: commentId, meetingId: String(meetingId) }) : null;

/** Whether what a command names is one's own. What isn't there, or is no draft, is nobody's: the rules say so. */
export const isOwn: Record<Own, (manager: EntityManager, args: Args, oneself: Oneself) => Promise<boolean>> = {
  STATEMENT: async (manager, { meetingId, statementId, speakerId }, { participantId }) => {
    if (statementId === undefined) return same(participantId, speakerId);
    const row = isUuid(statementId) ? await manager.findOneBy(StatementRow, { id: statementId, meetingId }) : null;
    return row === null || same(participantId, row.speakerId);
  },
  NAME: async (_manager, { input }, { participantId }) => same(participantId, input?.authorId),
  DRAFT: async (manager, args, { participantId, holder }) => {
    const row = await comment(manager, args);
    if (row?.status !== 'DRAFT') return true;
    return same(participantId, row.authorId) || (holder !== null && row.draftedBy === holder);
  },
  COMMENT: async (manager, args, { participantId }) => {
    const row = await comment(manager, args);
    return row === null || same(participantId, row.authorId);
  },
  PRESENCE: async (_manager, args, { participantId }) => same(participantId, args.participantId),
};
