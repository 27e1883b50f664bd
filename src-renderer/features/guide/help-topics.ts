import type { Place } from '../../stores/route.ts';

export const HELP_TOPICS = [
  'today',
  'board',
  'order',
  'find',
  'printing',
  'cases',
  'stock',
  'shops',
  'settings',
] as const;
export type HelpTopic = (typeof HELP_TOPICS)[number];

/** The help that a place opens with; an order that lies open over it comes first. */
export function topicOf(place: Place, isOrderOpen: boolean): HelpTopic {
  return isOrderOpen ? 'order' : place;
}
