/**
 * Every code with its sentence in Chinese and English. `{name}` is filled from the refusal's details; a detail that is
 * a key of `words` is said in the reader's language. [E5]
 */
interface Sentence {
  readonly zh: string;
  readonly en: string;
}

const list = <T extends Record<string, Sentence>>(table: T): Record<keyof T, Sentence> => table;

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
  NOT_POSTED: { zh: '该点评未发布或已撤回。', en: 'This comment is not posted, or was retracted.' },
  NOTHING_TO_REVEAL: { zh: '所有要求都已公布。', en: 'Every requirement has been revealed.' },
  REQUIREMENT_REVEALED: {
    zh: '该要求已经公布，不能再改动。',
    en: 'This requirement has been revealed and can’t be changed.',
  },
  NOTHING_TO_UNDO: { zh: '没有可以撤销的步骤。', en: 'There is no step to undo.' },
  STEP_DEPENDED_ON: {
    zh: '该步骤之后已有依赖它的操作（{type}），不能撤销。',
    en: 'A later action ({type}) depends on this step; it can’t be undone.',
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
    zh: '不能停用自己的账户，也不能取消自己的管理员身份。',
    en: 'You can’t suspend your own account, nor stop being an administrator by yourself.',
  },
  LAST_ADMINISTRATOR: {
    zh: '至少要有一名能够登录的管理员。',
    en: 'There must always be an administrator who can sign in.',
  },
  TOO_MANY_ATTEMPTS: {
    zh: '尝试次数过多，请在 {seconds} 秒后再试。',
    en: 'Too many attempts. Please try again in {seconds} seconds.',
  },
  TOO_COMPLEX: { zh: '请求过于庞大或复杂：{detail}', en: 'The request is too large or too complex: {detail}' },
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

export const words = list({
  meeting: { zh: '会议', en: 'meeting' },
  organization: { zh: '单位', en: 'organization' },
  person: { zh: '人员', en: 'person' },
  participant: { zh: '参会人员', en: 'participant' },
  item: { zh: '议程项', en: 'agenda item' },
  statement: { zh: '述职', en: 'statement' },
  comment: { zh: '点评', en: 'comment' },
  requirement: { zh: '要求', en: 'requirement' },
  account: { zh: '账户', en: 'account' },
  slip: { zh: '签到条', en: 'slip' },
  display: { zh: '显示屏', en: 'display' },
  session: { zh: '登录', en: 'session' },
  host: { zh: '主持人', en: 'host' },
  commenter: { zh: '点评人', en: 'commenter' },
  row: { zh: '内容', en: 'row' },
  DRAFT: { zh: '草稿', en: 'DRAFT' },
  SCHEDULED: { zh: '已排定', en: 'SCHEDULED' },
  LIVE: { zh: '进行中', en: 'LIVE' },
  PAUSED: { zh: '休会', en: 'PAUSED' },
  CLOSED: { zh: '已结束', en: 'CLOSED' },
  ARCHIVED: { zh: '已归档', en: 'ARCHIVED' },
  PENDING: { zh: '未进行', en: 'PENDING' },
  CURRENT: { zh: '进行中', en: 'CURRENT' },
  DONE: { zh: '已完成', en: 'DONE' },
  SKIPPED: { zh: '已跳过', en: 'SKIPPED' },
  WAITING: { zh: '未述职', en: 'WAITING' },
  STATEMENT: { zh: '述职', en: 'STATEMENT' },
  HEARD: { zh: '待点评', en: 'HEARD' },
  COMMENT: { zh: '点评', en: 'COMMENT' },
  OPENING: { zh: '开场', en: 'OPENING' },
  WRITTEN_STATEMENTS: { zh: '书面述职', en: 'WRITTEN_STATEMENTS' },
  BALLOT: { zh: '民主测评', en: 'BALLOT' },
  REMARKS: { zh: '讲话', en: 'REMARKS' },
  REQUIREMENTS: { zh: '工作要求', en: 'REQUIREMENTS' },
  INTERMISSION: { zh: '休会', en: 'INTERMISSION' },
  CLOSING: { zh: '结束', en: 'CLOSING' },
  HOST: { zh: '主持', en: 'HOST' },
  COMMENTER: { zh: '点评', en: 'COMMENTER' },
  SPEAKER: { zh: '述职', en: 'SPEAKER' },
  empty: { zh: '不能为空', en: 'must not be empty' },
  tooShort: { zh: '不能少于 {limit} 个字符', en: 'must be at least {limit} characters long' },
  tooLong: { zh: '不能超过 {limit} 个字符', en: 'must be at most {limit} characters long' },
  notAName: { zh: '只能包含文字、数字和 . _ @ -', en: 'may contain letters, digits and . _ @ - only' },
  sameAsName: { zh: '不能与用户名相同', en: 'must not be the name' },
  notText: { zh: '含有不能保存的字符', en: 'contains characters that can’t be stored' },
  tooSmall: { zh: '不能小于 {limit}', en: 'must be at least {limit}' },
  tooLarge: { zh: '不能大于 {limit}', en: 'must be at most {limit}' },
  notATimeZone: {
    zh: '不是有效的 IANA 时区（例如 Asia/Shanghai）',
    en: 'is not an IANA time zone (such as Asia/Shanghai)',
  },
  notADate: { zh: '不是有效的时间', en: 'is not a valid time' },
  notACursor: { zh: '不是有效的游标', en: 'is not a cursor of this list' },
  beforeCalled: { zh: '不能排到已进行的议程项之前', en: 'must come after what has been called' },
  missing: { zh: '缺少必填内容', en: 'is required here' },
  notHere: { zh: '此处不适用', en: 'does not apply here' },
  zero: { zh: '不能为 0', en: 'must not be 0' },
});
