import type { Aspect } from '../appraisal/comment.type.js';

/** The longer texts of the founding meeting, in both languages. */
export type DemoLanguage = 'zh' | 'en';
export type Said = Record<DemoLanguage, string>;

export const said = (zh: string, en: string): Said => ({ zh, en });

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
