import type { Connection } from './connection.ts';
import { PRUNE_PAYLOADS } from './payloads.ts';
import { rebuildProjections } from './rebuild.ts';

/** Upkeep that runs as a unit of work like any other. */
export interface Upkeep {
  /** Writes every card and what else is derived from an order anew, and returns of how many orders. */
  rebuildCards(): Promise<number>;
  /** Removes platform payloads that came before the time and returns how many. */
  pruneRawPayloads(beforeMs: number): Promise<number>;
}

export function upkeepOf(connection: Connection): Upkeep {
  return {
    rebuildCards: async () => rebuildProjections(connection, { isBoardOnly: false }),
    pruneRawPayloads: async (beforeMs) => connection.run(PRUNE_PAYLOADS, [beforeMs]).changes,
  };
}
