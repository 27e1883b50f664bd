import type * as z from 'zod';
import type { Random } from '../random.ts';
import type { FaultKind } from './faults.ts';
import type { HandoverPdf, LabelPdf } from './label-pdf.ts';
import { invalidParameter, missingParameter, type Refusal } from './refusal.ts';
import type { AliStore } from './store.ts';
import type { AliTimings } from './timings.ts';
import type { PermissionPackage } from './world.ts';

/** What a handler may know about its call. */
export interface Call {
  readonly store: AliStore;
  readonly nowMs: number;
  readonly timings: AliTimings;
  readonly random: Random;
  readonly labelPdf: LabelPdf;
  readonly handoverPdf: HandoverPdf;
  /** Uploaded files by parameter name. */
  readonly files: ReadonlyMap<string, Uint8Array>;
  /** True when a fault of this kind strikes this call. */
  isStruck(kind: FaultKind): boolean;
}

/** One operation: a dotted method of `/sync`, or a path of `/rest`. */
export interface Operation {
  readonly name: string;
  /** Null for what every app may call. */
  readonly needs: PermissionPackage | null;
  readonly writes: boolean;
  run(parameters: Record<string, string>, call: Call): unknown;
}

/** Joins a schema of text parameters with its handler; what does not fit never reaches the handler. */
export function operation<Schema extends z.ZodType>(definition: {
  name: string;
  needs: PermissionPackage | null;
  writes?: boolean;
  schema: Schema;
  handle: (parameters: z.output<Schema>, call: Call) => unknown;
}): Operation {
  return {
    name: definition.name,
    needs: definition.needs,
    writes: definition.writes ?? false,
    run: (parameters, call) => {
      const parsed = definition.schema.safeParse(parameters, { reportInput: true });
      if (!parsed.success) throw refuseParameters(parsed.error);
      return definition.handle(parsed.data, call);
    },
  };
}

function refuseParameters(error: z.ZodError): Refusal {
  const issue = error.issues[0];
  if (issue === undefined) return invalidParameter('', 'invalid request');
  const name = issue.path.join('.');
  if (issue.code === 'unrecognized_keys')
    return invalidParameter([name, issue.keys[0]].filter(Boolean).join('.'), 'unknown');
  const isMissing = issue.code !== 'custom' && issue.input === undefined;
  return isMissing ? missingParameter(name) : invalidParameter(name, issue.message);
}
