import type { Said } from '../shared/page.words.js';

const zh = {
  found: (count: number) => (count === 0 ? '没有可选项' : `${count} 个选项，用上下方向键选择，按回车确认`),
  list: '可选项',
  more: '还有更多，请继续输入',
  newUnit: (name: string) => `新建单位“${name}”`,
  newUnitBelow: (name: string, parent: string) => `新建单位“${name}”，隶属${parent}`,
  typeUnit: '输入名称查找；没有时可以直接新建。',
};

const en: typeof zh = {
  found: (count) => (count === 0 ? 'Nothing to choose' : `${count} to choose from: arrows to mark, Enter to take`),
  list: 'What was found',
  more: 'There are more; type on',
  newUnit: (name) => `New unit “${name}”`,
  newUnitBelow: (name, parent) => `New unit “${name}”, below ${parent}`,
  typeUnit: 'Type a name to find it; what is not there can be made here.',
};

export const comboboxWords: Said<typeof zh> = { zh, en };
