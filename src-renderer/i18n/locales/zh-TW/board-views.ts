import type { SameKeys } from '../../locale-shape.ts';
import type { views as source } from '../zh-CN/board-views.ts';

/** Filters that the seller keeps under a name. Part of the namespace board. */
export const views: SameKeys<typeof source> = {
  save: '存成常用',
  more_other: '還有 {{count}} 個',
  menu: '{{name}}：改名、移動、刪掉',
  rename: '改名',
  left: '往左移',
  right: '往右移',
  removed: '常用「{{name}}」刪了',
  remove: '刪掉',
  keepName: '改好了',
  name: '叫什麼',
  kept: '存好了：{{name}}',
  add: '存',
  update: '改掉「{{name}}」',
};
