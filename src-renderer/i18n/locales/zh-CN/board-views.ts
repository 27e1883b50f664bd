/** Filters that the seller keeps under a name. Part of the namespace board. */
export const views = {
  save: '存成常用',
  more_other: '还有 {{count}} 个',
  menu: '{{name}}：改名、移动、删掉',
  rename: '改名',
  left: '往左移',
  right: '往右移',
  removed: '常用「{{name}}」删了',
  remove: '删掉',
  keepName: '改好了',
  name: '叫什么',
  kept: '存好了：{{name}}',
  add: '存',
  update: '改掉“{{name}}”',
} as const;
