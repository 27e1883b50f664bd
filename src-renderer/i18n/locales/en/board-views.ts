import type { WithSingular } from '../../locale-shape.ts';
import type { views as source } from '../zh-CN/board-views.ts';

/** Filters that the seller keeps under a name. Part of the namespace board. */
export const views: WithSingular<typeof source> = {
  save: 'Save as view',
  more_one: '{{count}} more view',
  more_other: '{{count}} more views',
  menu: '{{name}}: rename, move, remove',
  rename: 'Rename',
  left: 'Move left',
  right: 'Move right',
  removed: 'View "{{name}}" removed',
  remove: 'Remove',
  keepName: 'Rename',
  name: 'Name',
  kept: 'Kept as {{name}}',
  add: 'Save',
  update: 'Update "{{name}}"',
};
