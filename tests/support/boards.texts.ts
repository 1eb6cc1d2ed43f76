/** The texts of the made boards: those of a meeting as it is, and those that a layout may break under. */
export interface Texts {
  title: string;
  period: string;
  organization: string;
  venue: string;
  chair: Said;
  speakers: Said[];
  comments: string[];
  requirements: { heading: string; body: string }[];
  items: Record<'opening' | 'statement' | 'written' | 'ballot' | 'requirements' | 'intermission' | 'closing', string>;
  levels: string[];
  message: string;
  notes: string;
}

interface Said {
  name: string;
  post: string;
  organization: string;
}

const said = (name: string, organization: string, post: string): Said => ({ name, organization, post });

const zh: Texts = {
  title: '2021年度基层党组织书记抓党建述职评议会',
  period: '2021年度',
  organization: '省高级人民法院',
  venue: '机关大楼第一会议室',
  chair: said('李勇', '政治部', '政治部主任、机关党委书记'),
  speakers: [
    said('陈一鸣', '机关党委', '专职副书记'),
    said('周伟', '刑事审判第三庭', '党支部书记'),
    said('欧阳静文', '民事审判第二庭', '党支部书记、庭长'),
    said('郑海涛', '行政审判庭', '党支部书记'),
    said('王丽', '复议监督庭', '党支部书记'),
    said('赵建国', '法官学院', '党总支书记、院长'),
  ],
  comments: [
    '统筹机关党建有章法，月报告制度落实到位，党支部标准化建设走在前列。',
    '对年轻党员的培养还不够系统，谈心谈话多在年底集中进行，日常跟得不紧。',
    '建议把支部联系点做实，每季度到一线听一次意见，年底前把整改台账逐项销号。',
  ],
  requirements: [
    {
      heading: '加强政治建设，带头做到“两个维护”',
      body: '坚决维护党对司法工作的绝对领导，深化政治机关意识教育，严明政治纪律和政治规矩，加强政治警示、纪律和对党忠诚教育，坚持底线思维，增强忧患意识，发扬斗争精神，提高政治定力和政治能力。',
    },
    {
      heading: '勤于深化理论武装，推动学习教育走深走实',
      body: '办好组织生活，落实党支部月报告制度，借助网络平台优势加强个人自学，充分发挥红色资源作用。',
    },
    { heading: '善于发挥“两个作用”，不断提升组织活力', body: '把抓好党建作为最大政绩，以上率下加强指导。' },
    { heading: '善于把握特点规律，推进党建与业务融合发展', body: '坚持围绕中心抓党建、抓好党建促业务。' },
  ],
  items: {
    opening: '主持人宣布会议开始',
    statement: '述职',
    written: '书面述职',
    ballot: '民主测评',
    requirements: '会议要求',
    intermission: '休会',
    closing: '会议结束',
  },
  levels: ['好', '较好', '一般', '差'],
  message: '请各位将手机调至静音',
  notes:
    '下面请刑事审判第三庭党支部书记周伟同志述职，时间八分钟。述职之后由我点评。\n请机关党委陈一鸣同志做准备。\n\n点评时先肯定成绩，再指出问题，最后提建议。',
};

const en: Texts = {
  title: 'Review of 2021: Statements of the Branch Secretaries',
  period: '2021',
  organization: 'Provincial High Court',
  venue: 'Conference Room 1, Main Building',
  chair: said('Li Yong', 'Political Department', 'Director, Secretary of the Organ Party Committee'),
  speakers: [
    said('Chen Yiming', 'Organ Party Committee', 'Deputy Secretary'),
    said('Zhou Wei', 'Third Criminal Court', 'Party Branch Secretary'),
    said('Katherine Featherstonehaugh', 'Second Civil Court', 'Branch Secretary and Presiding Judge'),
    said('Zheng Haitao', 'Administrative Court', 'Party Branch Secretary'),
    said('Wang Li', 'Reconsideration and Supervision Court', 'Party Branch Secretary'),
    said('Zhao Jianguo', 'Judges College', 'General Branch Secretary'),
  ],
  comments: [
    'Party building across the organ is well planned; the monthly report system is in place everywhere.',
    'The training of young members is not systematic enough; most talks are held at the end of the year.',
    'Visit the front line once a quarter to hear opinions, and close each item of the rectification list by December.',
  ],
  requirements: [
    {
      heading: 'Strengthen political construction, take the lead in the “two safeguards”',
      body: 'Firmly uphold the leadership over judicial work, deepen awareness education, strictly enforce discipline and rules, strengthen education in warning, discipline and loyalty, adhere to bottom-line thinking, enhance the awareness of potential dangers, and improve resolve and ability.',
    },
    {
      heading: 'Be diligent in deepening theoretical study',
      body: 'Run organizational life well and implement the monthly report system of the branches.',
    },
    {
      heading: 'Be good at playing the “two roles”, keep improving the organisation’s vitality',
      body: 'Set a good example and strengthen guidance.',
    },
    {
      heading: 'Grasp characteristics and laws, integrate Party building with the court’s business',
      body: 'Build it around the central task so that it promotes the court’s business.',
    },
  ],
  items: {
    opening: 'The chair opens the meeting',
    statement: 'Statement',
    written: 'Written statements',
    ballot: 'Ballot',
    requirements: 'Requirements',
    intermission: 'Intermission',
    closing: 'The meeting closes',
  },
  levels: ['Excellent', 'Good', 'Fair', 'Poor'],
  message: 'Please set your phones to silent',
  notes:
    'I now ask Zhou Wei of the Third Criminal Court to make his statement, for eight minutes. I will comment on it afterwards.\nChen Yiming, please be ready.\n\nFirst what was done well, then the problems, then suggestions.',
};

const repeated = (text: string, length: number): string =>
  [...text.repeat(Math.ceil(length / [...text].length))].slice(0, length).join('');

const EXT_B = '𠮷𠀀𪚥𠂢';
const FAMILY = '👨‍👩‍👧‍👦🏳️‍🌈👍🏽';
const ARABIC = 'محمد بن عبد الله الأنصاري';
const DOTTED = '阿卜杜热合曼·买买提吐尔逊·阿不都克里木';

/** As long as they may be, of rare characters, emoji and words that are written from right to left. */
function hostile(plain: Texts, word: string): Texts {
  const names = [
    repeated('欧阳上官司马诸葛', 64),
    DOTTED,
    `${EXT_B}${EXT_B}`,
    ARABIC,
    `${FAMILY}${FAMILY}`,
    'Wolfeschlegelsteinhausenbergerdorffwelchevoralternwarengewissenh',
  ];
  return {
    ...plain,
    title: repeated(`${plain.title}（${EXT_B}）`, 200),
    period: repeated(plain.period, 40),
    organization: repeated(`${plain.organization}${EXT_B}`, 100),
    venue: repeated(`${plain.venue}${FAMILY}`, 200),
    chair: said(
      repeated('阿卜杜热合曼·买买提', 64),
      repeated(plain.organization, 100),
      repeated(plain.chair.post, 100),
    ),
    speakers: plain.speakers.map((person, at) => ({
      name: names[at] ?? person.name,
      organization: repeated(`${person.organization}${at % 2 ? EXT_B : ''}`, 100),
      post: at === 3 ? `${ARABIC} ${ARABIC}` : repeated(person.post, 100),
    })),
    comments: [
      `${EXT_B}${FAMILY}${ARABIC}`,
      `${ARABIC}. ${repeated(`${ARABIC} `, 160)}`,
      repeated(`${plain.comments[2]}${EXT_B}${FAMILY}`, 900),
    ],
    requirements: plain.requirements.map(({ heading, body }, at) => ({
      heading: at === 3 ? repeated(heading, 200) : heading,
      body: at === 3 ? repeated(`${body}${EXT_B}`, 1_500) : body,
    })),
    items: Object.fromEntries(
      Object.entries(plain.items).map(([key, title]) => [key, repeated(`${title}${word}`, 200)]),
    ) as Texts['items'],
    levels: plain.levels.map((label) => repeated(`${label}${word}`, 20)),
    message: repeated(`${plain.message}${FAMILY}${EXT_B}`, 60),
    notes: repeated(`${plain.notes}${EXT_B}`, 2_000),
  };
}

export const texts = {
  plain: { ZH: zh, EN: en },
  hostile: { ZH: hostile(zh, EXT_B), EN: hostile(en, 'Wortungeheuer') },
};
