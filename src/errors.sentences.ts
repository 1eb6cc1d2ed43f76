/**
 * Every code with its sentence in Chinese and English. `{name}` is filled from the refusal's details; a detail that is
 * a key of `words` (errors.words.ts) is said in the reader's language. [E5]
 */
interface Sentence {
  readonly zh: string;
  readonly en: string;
}

export const list = <T extends Record<string, Sentence>>(table: T): Record<keyof T, Sentence> => table;

export const sentences = list({
  NOT_FOUND: { zh: '找不到该{what}。', en: 'There is no such {what}.' },
  CONFLICT: {
    zh: '会议已有新的进展（现为第 {seq} 步，您看到的是第 {expectedSeq} 步），操作未执行。',
    en: 'The meeting has moved on (it is at seq {seq}, you expected {expectedSeq}); nothing was done.',
  },
  RESYNC: {
    zh: '会议记录已不是您所跟随的那一份，请重新载入当前状态，再从第 {seq} 步继续。',
    en: 'The journal is no longer the one you followed. Load the present state and go on from seq {seq}.',
  },
  KEY_REUSED: {
    zh: '该幂等键已用于另一条命令。',
    en: 'This idempotency key already belongs to another command.',
  },
  INVALID_INPUT: { zh: '{field}：{problem}。', en: '{field}: {problem}.' },
  WRONG_STATUS: {
    zh: '会议当前为“{status}”，不能执行此操作。',
    en: 'The meeting is {status}; this is not possible now.',
  },
  NOT_READY: { zh: '会议尚未准备好：缺少{missing}。', en: 'The meeting is not ready: it has no {missing}.' },
  WRONG_KIND: {
    zh: '该议程项的类型是“{kind}”，不适用此操作。',
    en: 'This does not apply to an agenda item of kind {kind}.',
  },
  ALREADY_CALLED: {
    zh: '该议程项的状态为“{status}”，已经进行过。',
    en: 'This agenda item is {status}: it has been called already.',
  },
  NOT_YET_HEARD: {
    zh: '该述职人还没有述职，不能再次请其发言。',
    en: 'This speaker has not been heard yet and can’t be recalled.',
  },
  ALREADY_HEARD: {
    zh: '该述职人已经述职，请结束本次发言，不能跳过。',
    en: 'This speaker was heard already: end the statement instead of skipping it.',
  },
  NO_CURRENT_ITEM: { zh: '当前没有进行中的议程项。', en: 'No agenda item is being dealt with.' },
  COMMENT_MISSING: {
    zh: '当前述职还没有点评。请先点评，或说明理由跳过点评。',
    en: 'The current statement has no posted comment yet. Post one, or skip the comment with a reason.',
  },
  STATEMENTS_FIRST: {
    zh: '本次会议先集中述职：所有述职结束后才能点评。',
    en: 'In this meeting all statements come first: comments follow when every statement was heard.',
  },
  WRONG_PHASE: {
    zh: '该述职处于“{phase}”阶段，不能执行此操作。',
    en: 'The statement is in phase {phase}; this is not possible now.',
  },
  WRONG_FORMAT: { zh: '本次会议的形式不适用此操作。', en: 'This does not apply to the format of this meeting.' },
  NO_TURN_RUNNING: { zh: '当前没有人在述职。', en: 'Nobody is making a statement now.' },
  TURN_PAUSED: { zh: '计时已经暂停。', en: 'The turn is paused already.' },
  TURN_NOT_PAUSED: { zh: '计时没有暂停。', en: 'The turn is not paused.' },
  TURN_RUNNING: { zh: '述职尚未结束，请先结束述职。', en: 'A statement is being made; end it first.' },
  MISSING_DUTY: { zh: '该参会人员没有“{duty}”职责。', en: 'This participant does not have the duty {duty}.' },
  NOT_PRESENT: { zh: '该参会人员尚未签到。', en: 'This participant has not signed in to the meeting yet.' },
  NOT_A_DRAFT: { zh: '该点评已经发布，不再是草稿。', en: 'This comment is no longer a draft.' },
  COMMENT_CHANGED: {
    zh: '该点评已在别处改动，操作未执行。请先查看现在的文字。',
    en: 'This comment has been changed elsewhere meanwhile; nothing was done. Look at what it says now.',
  },
  NOT_POSTED: { zh: '该点评未发布或已撤回。', en: 'This comment is not posted, or was retracted.' },
  NOTHING_TO_REVEAL: { zh: '所有要求都已公布。', en: 'Every requirement has been revealed.' },
  REQUIREMENT_REVEALED: {
    zh: '该要求已经公布，不能再改动。',
    en: 'This requirement has been revealed and can’t be changed.',
  },
  BALLOT_OPEN: { zh: '测评正在进行，请先结束测评。', en: 'A ballot is open; close it first.' },
  NO_BALLOT: { zh: '目前没有进行测评。', en: 'There is no ballot for this.' },
  BALLOT_CLOSED: { zh: '测评已经结束。', en: 'The ballot is closed already.' },
  BALLOT_HELD: {
    zh: '该测评已经举行；只有作废的一轮才能重新举行。',
    en: 'This ballot has been held; only a void round is held again.',
  },
  BALLOT_VOID: {
    zh: '收回的票数多于发出的票数，本轮测评作废，请重新举行。',
    en: 'More sheets were collected than issued: this round is void and has to be held again.',
  },
  BALLOT_SEALED: { zh: '该测评的结果不予公布。', en: 'The result of this ballot is not to be revealed.' },
  SHEETS_NOT_COUNTED: {
    zh: '请先清点无效票。',
    en: 'Count the void sheets first.',
  },
  TALLY_INCOMPLETE: {
    zh: '还有 {count} 名述职人的票数没有录入。',
    en: '{count} candidate(s) are not counted yet.',
  },
  TALLY_MISMATCH: {
    zh: '第 {number} 号的票数合计为 {sum}，与有效票 {valid} 不符，请核对。',
    en: 'The marks of no. {number} add up to {sum}, but there are {valid} valid sheets; count again.',
  },
  RESULT_REVEALED: {
    zh: '测评结果已经公布，不能再改动。',
    en: 'The result has been revealed and can’t be changed.',
  },
  NOTHING_TO_UNDO: { zh: '没有可以撤销的步骤。', en: 'There is no step to undo.' },
  STEP_DEPENDED_ON: {
    zh: '这一步之后又有了依赖它的操作：{type}。因此不能撤销。',
    en: 'It can’t be undone: since then, {type}.',
  },
  ITEMS_PENDING: {
    zh: '还有 {count} 项述职未进行。请完成、跳过或删除后再结束会议。',
    en: '{count} statement(s) were not called yet. Call, skip or drop them before closing.',
  },
  IN_USE: {
    zh: '该{what}仍在使用中，不能删除或更改。',
    en: 'This {what} is still in use and can’t be removed or changed.',
  },
  DUPLICATE: { zh: '该{what}已存在。', en: 'This {what} exists already.' },
  CYCLE: { zh: '单位不能隶属于自己的下级单位。', en: 'A unit can’t belong to a unit below itself.' },
  UNAUTHENTICATED: { zh: '请先登录。', en: 'Please sign in first.' },
  FORBIDDEN: { zh: '您没有执行此操作的权限。', en: 'You are not allowed to do this.' },
  WRONG_CREDENTIALS: { zh: '用户名或密码不正确。', en: 'The name or the password is wrong.' },
  WRONG_CODE: { zh: '该代码无效或已过期。', en: 'This code is not valid, or is no longer.' },
  LINK_USED: { zh: '该链接已使用过或已过期。', en: 'This link has been used already, or has expired.' },
  OWN_ACCOUNT: {
    zh: '管理员不能停用自己的账户、重新邀请自己，也不能取消自己的管理员身份。',
    en: 'As an administrator you can’t suspend your own account, invite yourself again, nor give up your rank.',
  },
  LAST_ADMINISTRATOR: {
    zh: '至少要有一名能够登录的管理员。',
    en: 'There must always be an administrator who can sign in.',
  },
  TOO_MANY_ATTEMPTS: {
    zh: '尝试次数过多，请在 {seconds} 秒后再试。',
    en: 'Too many attempts. Please try again in {seconds} seconds.',
  },
  TOO_COMPLEX: { zh: '请求过于庞大或复杂：{detail}。', en: 'The request is too large or too complex: {detail}.' },
  UNTRUSTED_DOCUMENT: {
    zh: '服务器只接受已登记的查询，该查询未登记。',
    en: 'This server takes registered documents only, and this is none of them.',
  },
  GRAPHQL_PARSE_FAILED: { zh: '请求的语法有误：{detail}', en: '{detail}' },
  GRAPHQL_VALIDATION_FAILED: { zh: '请求与接口定义不符：{detail}', en: '{detail}' },
  BAD_USER_INPUT: { zh: '请求的参数有误：{detail}', en: '{detail}' },
  BAD_REQUEST: { zh: '请求有误：{detail}', en: '{detail}' },
  PERSISTED_QUERY_NOT_SUPPORTED: { zh: '不支持持久化查询，请发送查询文本。', en: 'PersistedQueryNotSupported' },
  UNAVAILABLE: {
    zh: '数据库暂时不可用，请稍后重试。',
    en: 'The database is unreachable at the moment. Please try again.',
  },
  INTERNAL: {
    zh: '服务器内部出现问题，编号 {id}。',
    en: 'Something went wrong in the server; it is logged under {id}.',
  },
});
