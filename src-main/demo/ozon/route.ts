import type * as z from 'zod';
import type { Random } from '../random.ts';
import type { FaultKind, FaultRule } from './faults.ts';
import { refuseBody } from './schema/refuse-body.ts';
import type { WorldStore } from './store.ts';
import type { OzonTimings } from './timings.ts';

/** What a handler may know about its call. */
export interface Call {
  readonly store: WorldStore;
  readonly nowMs: number;
  readonly timings: OzonTimings;
  readonly random: Random;
  /** Where this server is reached, for links to files. */
  readonly baseUrl: string;
  /** The rule, when a fault of this kind strikes this call. */
  fault(kind: FaultKind): FaultRule | undefined;
}

/** One operation of the API: its path, whether it writes, the day it is switched off, and what it does with a body. */
export interface Route {
  readonly path: string;
  readonly writes: boolean;
  /** `2026-08-31`; null while no end is announced. */
  readonly diesOn: string | null;
  run(body: unknown, call: Call): unknown;
}

/** Joins a body schema with its handler; a body that does not fit never reaches the handler. */
export function route<Schema extends z.ZodType>(definition: {
  path: string;
  writes?: boolean;
  diesOn?: string;
  schema: Schema;
  handle: (body: z.output<Schema>, call: Call) => unknown;
}): Route {
  return {
    path: definition.path,
    writes: definition.writes ?? false,
    diesOn: definition.diesOn ?? null,
    run: (body, call) => {
      const parsed = definition.schema.safeParse(body, { reportInput: true });
      if (!parsed.success) throw refuseBody(parsed.error);
      return definition.handle(parsed.data, call);
    },
  };
}
