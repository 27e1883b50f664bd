import type { SameKeys } from '../../locale-shape.ts';
import type { tagging as source } from '../zh-CN/tagging.ts';

export const tagging: SameKeys<typeof source> = {
  title: '標籤',
  add: '加標籤',
  find: '找標籤，或取個新的',
  none: '還沒有標籤。打字取一個。',
  create: '新增「{{name}}」',
  colour: '顏色',
  colours: {
    grey: '灰',
    red: '紅',
    amber: '橙',
    green: '綠',
    teal: '青',
    blue: '藍',
    violet: '紫',
    pink: '粉',
  },
  remove: '拿掉標籤 {{name}}',
};
