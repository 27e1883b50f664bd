import { ContractError, type Envelope } from '../contract/errors.ts';
import { METHODS, type MethodName } from '../contract/index.ts';
import type { AppHandlers, HandlerTable, HostHandlers } from './handlers/handler-table.ts';
import type { Log } from './ports/log.ts';

const SLOW_MS = 40;

export interface DispatchDeps {
  readonly log: Log;
  readonly host: HostHandlers;
  /** Null until the store is open; methods that need it then answer 'not-ready'. */
  readonly app: () => AppHandlers | null;
  readonly monotonicMs: () => number;
}

/**
 * The edge of main: the name must be known and the input must parse before any handler runs; the output must parse
 * before it leaves. Always resolves to an envelope; what went wrong inside is logged, never sent.
 */
export function createDispatch(deps: DispatchDeps): (name: unknown, input: unknown) => Promise<Envelope<unknown>> {
  return async (name, input) => {
    if (!isMethodName(name)) return failure('unknown-method');
    const startedMs = deps.monotonicMs();
    try {
      return { ok: true, value: await call(deps, name, input) };
    } catch (error) {
      if (error instanceof ContractError)
        return { ok: false, code: error.code, params: error.params, retryable: error.retryable };
      deps.log.error('handler-failed', {
        method: name,
        error: error instanceof Error ? `${error.name}: ${error.message}` : 'unknown',
      });
      return failure('internal', true);
    } finally {
      const tookMs = deps.monotonicMs() - startedMs;
      if (tookMs > SLOW_MS) deps.log.warn('slow-call', { method: name, tookMs: Math.round(tookMs) });
    }
  };
}

async function call(deps: DispatchDeps, name: MethodName, input: unknown): Promise<unknown> {
  const method = METHODS[name];
  const parsed = method.input.safeParse(input);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new ContractError('bad-input', { path: issue?.path.join('.') ?? '' });
  }
  const app = deps.app();
  if (app === null && method.beforeReady !== true) throw new ContractError('not-ready', {}, true);
  const table = { ...deps.host, ...app } as HandlerTable;
  // The table's type ties each handler to its method's schemas; here name and parsed input belong together.
  const handler = table[name] as (value: unknown) => Promise<unknown>;
  return method.output.parse(await handler(parsed.data));
}

function isMethodName(name: unknown): name is MethodName {
  return typeof name === 'string' && Object.hasOwn(METHODS, name);
}

function failure(code: 'unknown-method' | 'internal', retryable = false): Envelope<unknown> {
  return { ok: false, code, params: {}, retryable };
}
