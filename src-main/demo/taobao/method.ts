import type * as z from 'zod';
import type { Random } from '../random.ts';
import { refuseParameters } from './schema/refuse-parameters.ts';
import type { WorldStore } from './store.ts';
import type { TaobaoTimings } from './timings.ts';

/** What a handler may know about its call. */
export interface Call {
  readonly store: WorldStore;
  readonly nowMs: number;
  readonly timings: TaobaoTimings;
  readonly random: Random;
  readonly choices: TaobaoChoices;
  /** Files of a multipart body by parameter name. */
  readonly files: ReadonlyMap<string, Uint8Array>;
  /** The address the request came from. */
  readonly callerIp: string;
}

/** Points where the documents leave the truth open: a test may set them either way. */
export interface TaobaoChoices {
  /** A name in `fields` that the API does not know is refused; the live platform may leave it out silently. */
  refusesUnknownFields: boolean;
  /** A cancelled waybill gives its balance back. */
  returnsBalance: boolean;
  /** A refund beyond this wants the code that was sent by SMS. */
  smsAboveFen: number;
}

/** One API: its name, the permission package it belongs to, and what it does with its parameters. */
export interface TopMethod {
  readonly name: string;
  readonly package: string;
  readonly needsSession: boolean;
  readonly writes: boolean;
  /** Names of file parameters; nothing else may come as a file. */
  readonly files: readonly string[];
  run(parameters: Readonly<Record<string, string>>, call: Call): unknown;
}

/** Joins a schema of text parameters with its handler; parameters that do not fit never reach the handler. */
export function method<Schema extends z.ZodType>(definition: {
  name: string;
  package: string;
  session?: boolean;
  writes?: boolean;
  files?: readonly string[];
  schema: Schema;
  handle: (parameters: z.output<Schema>, call: Call) => unknown;
}): TopMethod {
  return {
    name: definition.name,
    package: definition.package,
    needsSession: definition.session ?? true,
    writes: definition.writes ?? false,
    files: definition.files ?? [],
    run: (parameters, call) => {
      const parsed = definition.schema.safeParse(parameters, { reportInput: true });
      if (!parsed.success) throw refuseParameters(parsed.error);
      return definition.handle(parsed.data, call);
    },
  };
}
