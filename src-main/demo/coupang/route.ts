import type * as z from 'zod';
import type { View } from './answers/view.ts';
import type { CoupangFaults } from './faults.ts';
import { refuseShape } from './schema/refuse-shape.ts';
import type { WorldStore } from './store.ts';
import type { CoupangTimings } from './timings.ts';

/** What a handler may know about its call. */
export interface Call {
  readonly store: WorldStore;
  readonly nowMs: number;
  readonly timings: CoupangTimings;
  readonly view: View;
  readonly faults: CoupangFaults;
}

/** A request taken apart; `parameters` are the segments that the path names. */
export interface RouteRequest {
  readonly parameters: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
  readonly body: unknown;
}

/** One operation of the API. */
export interface Route {
  readonly operation: string;
  readonly methods: readonly string[];
  /** Path segments; `{name}` takes anything. */
  readonly segments: readonly string[];
  readonly takesBody: boolean;
  readonly writes: boolean;
  /** Versions that a newer one replaced answer 410. */
  readonly isExpired: boolean;
  run(request: RouteRequest, call: Call): Record<string, unknown>;
}

const openApi = '/v2/providers/openapi/apis/api';

/** `v5`, `ordersheets/{shipmentBoxId}` -> the path under this seller (coupang.md section 4). */
export function vendorPath(version: 'v4' | 'v5' | 'v6', rest: string): string {
  return `${openApi}/${version}/vendors/{vendorId}/${rest}`;
}

/** Reads: query checked by a schema, no body. */
export function readRoute<Query extends z.ZodType>(definition: {
  operation: string;
  path: string;
  query: Query;
  handle: (query: z.output<Query>, call: Call, parameters: RouteRequest['parameters']) => Record<string, unknown>;
}): Route {
  return {
    ...common(definition.operation, definition.path),
    methods: ['GET'],
    takesBody: false,
    writes: false,
    run: ({ parameters, query }, call) =>
      definition.handle(checked(definition.query, query, 'query'), call, parameters),
  };
}

/** Writes: body checked by a schema, no query. PATCH has a PUT twin. */
export function writeRoute<Body extends z.ZodType>(definition: {
  operation: string;
  method: 'POST' | 'PATCH';
  path: string;
  body: Body;
  handle: (body: z.output<Body>, call: Call, parameters: RouteRequest['parameters']) => Record<string, unknown>;
}): Route {
  return {
    ...common(definition.operation, definition.path),
    methods: definition.method === 'PATCH' ? ['PATCH', 'PUT'] : ['POST'],
    takesBody: true,
    writes: true,
    run: ({ parameters, body }, call) => definition.handle(checked(definition.body, body, 'body'), call, parameters),
  };
}

/** Everything in the path, nothing in the body. */
export function bareRoute(definition: {
  operation: string;
  method: 'GET' | 'PUT';
  path: string;
  handle: (call: Call, parameters: RouteRequest['parameters']) => Record<string, unknown>;
}): Route {
  return {
    ...common(definition.operation, definition.path),
    methods: [definition.method],
    takesBody: false,
    writes: definition.method === 'PUT',
    run: ({ parameters }, call) => definition.handle(call, parameters),
  };
}

/** A version that is no longer served. */
export function expiredRoute(path: string): Route {
  return {
    ...common('expired', path),
    methods: ['GET'],
    takesBody: false,
    writes: false,
    isExpired: true,
    run: () => ({}),
  };
}

function common(operation: string, path: string): { operation: string; segments: string[]; isExpired: boolean } {
  return { operation, segments: path.split('/'), isExpired: false };
}

function checked<Schema extends z.ZodType>(schema: Schema, value: unknown, part: 'query' | 'body'): z.output<Schema> {
  const parsed = schema.safeParse(value, { reportInput: true });
  if (!parsed.success) throw refuseShape(parsed.error, part);
  return parsed.data;
}
