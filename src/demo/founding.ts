import type { ItemKind } from '../agenda/agenda.type.js';
import type { Aspect } from '../appraisal/comment.type.js';

/**
 * The founding example: a provincial high court's review of 2021, held on 10 February 2022. What the published report
 * gives is kept as it is; what it doesn't give (the speakers' names, the hour, the room, the wording of the comments) is an
 * example and says so.
 */
export type DemoLanguage = 'zh' | 'en';
type Said = Record<DemoLanguage, string>;

const said = (zh: string, en: string): Said => ({ zh, en });

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
}

const unitName = (key: string) => units.find((unit) => unit.key === key)!.name;

export const agenda: Item[] = [
  { key: 'opening', kind: 'OPENING', title: said('主持人宣布开会', 'The host opens the meeting') },
  ...speakers.map(({ key, unit }): Item => {
    const { zh, en } = unitName(unit);
    return { key: `statement-${key}`, kind: 'STATEMENT', title: said(`${zh}述职`, `Statement: ${en}`), speaker: key };
  }),
  { key: 'requirements', kind: 'REQUIREMENTS', title: said('提出工作要求', 'The chair’s requirements') },
  { key: 'closing', kind: 'CLOSING', title: said('会议结束', 'Closing') },
];

export const requirements: { heading: Said; body: Said }[] = [
  {
    heading: said(
      '加强政治建设，带头做到“两个维护”',
      'Strengthen political construction, take the lead in the “two safeguards”',
    ),
    body: said(
      '坚决维护党对司法工作的绝对领导，深化政治机关意识教育，严明政治纪律和政治规矩，加强政治警示、纪律和对党忠诚教育，坚持底线思维，增强忧患意识，发扬斗争精神，提高政治定力和政治能力。',
      'Firmly uphold the Party’s absolute leadership over judicial work, deepen awareness education in political organs, strictly enforce political discipline and rules, strengthen education in political warning, discipline and loyalty, adhere to bottom-line thinking, enhance the awareness of potential dangers, develop the spirit of struggle, and improve political resolve and ability.',
    ),
  },
  {
    heading: said('勤于深化理论武装，推动学习教育走深走实', 'Be diligent in deepening theoretical study'),
    body: said(
      '办好组织生活，落实党支部月报告制度，借助网络平台优势加强个人自学，充分发挥红色资源作用，使党员干部持续接受政治教育和思想洗礼，弘扬伟大建党精神。',
      'Run organizational life well, implement the monthly report system of Party branches, strengthen individual self-study with the advantage of online platforms, and give full play to red resources, so that Party members and cadres receive continuous political and ideological education and carry forward the great founding spirit of the Party.',
    ),
  },
  {
    heading: said(
      '善于发挥“两个作用”，不断提升组织活力',
      'Be good at playing the “two roles”, keep improving the organisation’s vitality',
    ),
    body: said(
      '把抓好党建作为最大政绩，以上率下加强指导，夯实基层基础，加强党支部标准化规范化建设，持续开展争做“新时代优秀共产党员”活动，增强党员身份意识和责任意识，带头发挥先锋模范作用。',
      'Take Party building as the greatest political achievement, set a good example and strengthen guidance, consolidate the grass-roots foundation, strengthen the standardization of Party branches, continue the campaign to become “excellent Communist Party members in the new era”, strengthen members’ awareness of identity and responsibility, and take the lead in playing the vanguard and exemplary role.',
    ),
  },
  {
    heading: said(
      '善于把握特点规律，推进党建与业务融合发展',
      'Be good at grasping characteristics and laws, integrate Party building with the court’s business',
    ),
    body: said(
      '发挥党建引领作用，坚持围绕中心抓党建、抓好党建促业务，广泛征集党员意见建议，完善机关党建考评机制，创新工作思路，借助法院信息化建设成果，探索党组织创新做法，注重经验总结宣传，树立品牌意识，积极参与评选，为创建省直一流机关、模范机关提供坚强保证。',
      'Give play to the leading role of the Party, build it around the central task so that it promotes the court’s business, widely collect members’ suggestions, improve the evaluation of Party building in the organs, innovate with the help of the court’s information systems, sum up and publicise experience, establish brand awareness, take part in selections, and provide a strong guarantee for becoming a first-class and model organ of the province.',
    ),
  },
];

/** What the chair says on each statement in the rehearsal. All of it is an example. */
export const comments: { aspect: Aspect; body: Said }[][] = [
  [
    {
      aspect: 'STRENGTH',
      body: said(
        '（示例）统筹机关党建有章法，月报告制度落实到位，党支部标准化建设走在前列。',
        '(example) Party building across the organ is well planned; the monthly report system is in place everywhere.',
      ),
    },
    {
      aspect: 'PROBLEM',
      body: said(
        '（示例）对薄弱支部的跟踪指导还不够经常，督促多、帮带少。',
        '(example) Weak branches are not followed up often enough: much urging, little help.',
      ),
    },
  ],
  [
    {
      aspect: 'STRENGTH',
      body: said(
        '（示例）把支部建在审判团队上，党员法官带头办理疑难案件，作用明显。',
        '(example) Branches stand close to the trial teams; judges who are members take on the hard cases.',
      ),
    },
    {
      aspect: 'SUGGESTION',
      body: said(
        '（示例）建议把典型案例讲评与主题党日结合起来，形成可推广的做法。',
        '(example) Combine case reviews with the monthly Party day, and make it a practice others can take up.',
      ),
    },
  ],
  [
    {
      aspect: 'STRENGTH',
      body: said(
        '（示例）围绕优化营商环境抓党建，服务大局的意识强。',
        '(example) Party building serves a fair business environment; the larger task is kept in view.',
      ),
    },
    {
      aspect: 'PROBLEM',
      body: said(
        '（示例）理论学习与业务研讨存在“两张皮”，个人自学检查不够。',
        '(example) Study and professional discussion run side by side without meeting; self-study is seldom checked.',
      ),
    },
  ],
  [
    {
      aspect: 'STRENGTH',
      body: said(
        '（示例）行政争议实质性化解成效好，党员先锋岗发挥了示范作用。',
        '(example) Administrative disputes are truly settled; the members’ vanguard posts set an example.',
      ),
    },
    {
      aspect: 'SUGGESTION',
      body: said(
        '（示例）建议加强与基层法院支部的结对共建，把经验送下去。',
        '(example) Pair up with branches of the lower courts and take the experience there.',
      ),
    },
  ],
  [
    {
      aspect: 'PROBLEM',
      body: said(
        '（示例）支部活动形式偏少，青年党员参与度有待提高。',
        '(example) Branch activities are of few kinds; young members should take a larger part.',
      ),
    },
    {
      aspect: 'SUGGESTION',
      body: said(
        '（示例）建议用好红色资源和网络平台，增强学习教育的吸引力。',
        '(example) Use red resources and online platforms to make study more attractive.',
      ),
    },
  ],
  [
    {
      aspect: 'STRENGTH',
      body: said(
        '（示例）党建与培训业务深度融合，线上课程覆盖全省法院。',
        '(example) Party building and training have grown together; online courses reach every court in the province.',
      ),
    },
    {
      aspect: 'PROBLEM',
      body: said(
        '（示例）品牌意识不强，好经验总结宣传不够。',
        '(example) Good experience is too seldom summed up and made known.',
      ),
    },
  ],
];
