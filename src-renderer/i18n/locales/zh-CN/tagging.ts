/** Words for putting tags on orders. */
export const tagging = {
  title: '标签',
  add: '加标签',
  find: '找标签，或起个新的',
  none: '还没有标签。打字起一个。',
  create: '新建“{{name}}”',
  colour: '颜色',
  colours: {
    grey: '灰',
    red: '红',
    amber: '橙',
    green: '绿',
    teal: '青',
    blue: '蓝',
    violet: '紫',
    pink: '粉',
  },
  remove: '去掉标签 {{name}}',
} as const;
