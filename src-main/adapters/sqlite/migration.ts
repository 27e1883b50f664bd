import type { Connection } from './connection.ts';

/** One step of the schema. `version` grows by 10, leaving gaps for a repair between two releases. */
export interface Migration {
  readonly version: number;
  readonly name: string;
  /** The projections of orders on the board are written anew after the last step, by the code of today. */
  readonly rebuilds?: true;
  /** Runs inside the one transaction of all pending steps, with foreign keys off. */
  up(connection: Connection): void;
}
