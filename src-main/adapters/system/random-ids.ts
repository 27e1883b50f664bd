import { v7 } from 'uuid';
import type { Ids } from '../../app/ports/ids.ts';

/** uuid v7 (RFC 9562 §5.7): random, but sorts by the time it was made. */
export const randomIds: Ids = {
  next: () => v7(),
  random: () => Math.random(),
};
