/** Colours a tag may have: names of design tokens, never values. */
export const TAG_COLOURS = ['grey', 'red', 'amber', 'green', 'teal', 'blue', 'violet', 'pink'] as const;
export type TagColour = (typeof TAG_COLOURS)[number];
