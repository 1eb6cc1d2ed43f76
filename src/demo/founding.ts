import type { ItemKind } from '../agenda/agenda.type.js';
import { type Said, said } from './founding.texts.js';

/**
 * The founding example: a provincial high court's review of 2021, held on 10 February 2022. What the published report
 * gives is kept as it is; what it doesn't give (the speakers' names, the hour, the room, the wording of the comments) is an
 * example and says so.
 */
interface Unit {
  key: string;
  name: Said;
  parent?: string;
}

export const units: Unit[] = [
  { key: 'court', name: said('省高级人民法院', 'Provincial High Court') },
  { key: 'political', name: said('政治部', 'Political Department'), parent: 'court' },
  { key: 'organ', name: said('机关党委', 'Organ Party Committee'), parent: 'court' },
  { key: 'criminal3', name: said('刑三庭', 'Third Criminal Court'), parent: 'court' },
  { key: 'civil2', name: said('民二庭', 'Second Civil Court'), parent: 'court' },
  { key: 'administrative', name: said('行政庭', 'Administrative Court'), parent: 'court' },
  { key: 'reconsideration', name: said('复议监督庭', 'Reconsideration and Supervision Court'), parent: 'court' },
  { key: 'college', name: said('法官学院', 'Judges College'), parent: 'court' },
  { key: 'railway', name: said('石家庄铁路运输法院', 'Shijiazhuang Railway Transport Court'), parent: 'court' },
  { key: 'working', name: said('省直机关工委', 'Provincial Direct-Organs Working Committee') },
];

interface Member {
  key: string;
  name: Said;
  post: Said;
  unit: string;
  duties: ('HOST' | 'COMMENTER' | 'SPEAKER' | 'GUEST' | 'ATTENDEE')[];
}

const secretary = said('党支部书记', 'Party branch secretary');
const speaker = (key: string, name: Said, unit: string): Member => ({
  key,
  name,
  post: secretary,
  unit,
  duties: ['SPEAKER'],
});
const group = (key: string, name: Said, unit: string, duty: 'GUEST' | 'ATTENDEE'): Member => ({
  key,
  name,
  post: said('', ''),
  unit,
  duties: [duty],
});

/** Six speakers, in the order in which they spoke. Their names are examples. */
const speakers: Member[] = [
  speaker('speaker1', said('陈一（示例）', 'Chen Yi (example)'), 'organ'),
  speaker('speaker2', said('周二（示例）', 'Zhou Er (example)'), 'criminal3'),
  speaker('speaker3', said('吴三（示例）', 'Wu San (example)'), 'civil2'),
  speaker('speaker4', said('郑四（示例）', 'Zheng Si (example)'), 'administrative'),
  speaker('speaker5', said('王五（示例）', 'Wang Wu (example)'), 'reconsideration'),
  speaker('speaker6', said('赵六（示例）', 'Zhao Liu (example)'), 'college'),
];

export const members: Member[] = [
  {
    key: 'chair',
    name: said('李勇', 'Li Yong'),
    post: said(
      '政治部主任、机关党委书记',
      'Director of the Political Department, Secretary of the Organ Party Committee',
    ),
    unit: 'political',
    duties: ['HOST', 'COMMENTER'],
  },
  ...speakers,
  group(
    'guests',
    said('省直机关工委有关部门负责同志', 'Comrades responsible for the relevant departments'),
    'working',
    'GUEST',
  ),
  group('committee', said('机关党委委员', 'Members of the Party committee'), 'organ', 'ATTENDEE'),
  group('branches', said('院属各部门党支部书记', 'Party branch secretaries of the departments'), 'court', 'ATTENDEE'),
  group('railway', said('党总支书记', 'General Party branch secretary'), 'railway', 'ATTENDEE'),
  group(
    'representatives',
    said('部分党员和群众代表', 'Representatives of Party members and of the masses'),
    'court',
    'ATTENDEE',
  ),
];

export const meeting = {
  unit: 'court',
  title: said(
    '省法院机关2021年度基层党组织书记抓党建工作述评会',
    '2021 Review: Grass-roots Party Secretaries on Party Building',
  ),
  period: '2021',
  // The day is given; the hour and the room are examples.
  startsAt: '2022-02-10T09:00:00+08:00',
  timeZone: 'Asia/Shanghai',
  venue: said('机关会议室（示例）', 'Meeting room (example)'),
  plannedSeconds: 480,
  warningSeconds: 60,
};

interface Item {
  key: string;
  kind: ItemKind;
  title: Said;
  speaker?: string;
  /** What the chair means to say. */
  notes: Said;
}

const unitName = (key: string) => units.find((unit) => unit.key === key)!.name;

export const agenda: Item[] = [
  {
    key: 'opening',
    kind: 'OPENING',
    title: said('主持人宣布开会', 'The host opens the meeting'),
    notes: said(
      '介绍出席的领导和同志，说明述职和点评的顺序。',
      'Welcome the guests, and say in which order statements and comments follow.',
    ),
  },
  ...speakers.map(({ key, unit }): Item => {
    const { zh, en } = unitName(unit);
    return {
      key: `statement-${key}`,
      kind: 'STATEMENT',
      title: said(`${zh}述职`, `Statement: ${en}`),
      speaker: key,
      notes: said(`请${zh}书记述职。`, `Please, the secretary of the ${en}.`),
    };
  }),
  {
    key: 'requirements',
    kind: 'REQUIREMENTS',
    title: said('提出工作要求', 'The chair’s requirements'),
    notes: said('下面，提四点要求。', 'Now four requirements.'),
  },
  {
    key: 'closing',
    kind: 'CLOSING',
    title: said('会议结束', 'Closing'),
    notes: said('感谢各位，宣布散会。', 'Thank everybody, and close.'),
  },
];
