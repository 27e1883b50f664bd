import type { WithSingular } from '../../locale-shape.ts';
import type { tagging as source } from '../zh-CN/tagging.ts';

export const tagging: WithSingular<typeof source> = {
  title: 'Tags',
  add: 'Add a tag',
  find: 'Find a tag or name a new one',
  none: 'No tag yet. Type a name.',
  create: 'New tag "{{name}}"',
  colour: 'Colour',
  colours: {
    grey: 'Grey',
    red: 'Red',
    amber: 'Amber',
    green: 'Green',
    teal: 'Teal',
    blue: 'Blue',
    violet: 'Violet',
    pink: 'Pink',
  },
  remove: 'Take off the tag {{name}}',
};
