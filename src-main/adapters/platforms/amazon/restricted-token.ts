import { member, plain } from '../shared/json.ts';
import { createTokenKeeper, type TokenKeeper } from '../shared/token-keeper.ts';
import { keysMark, LoginFault } from './access-token.ts';
import type { CallOptions, CallResult, ProxyDeps } from './call.ts';
import type { CallFault } from './errors.ts';
import { type OperationName, OPERATIONS } from './operations.ts';
import type { AmazonSettings } from './settings.ts';

/** Restricted operations that the connector calls; generic paths, with the braces left as they are. */
const RESTRICTED = ['createShipment', 'getShipment'] as const satisfies readonly OperationName[];

/**
 * One restricted data token for all restricted calls (Tokens API v2021-03-01, createRestrictedDataToken). Kept in memory
 * by the keeper and in the notebook. Rejects with LoginFault.
 */
export function restrictedTokens(
  settings: AmazonSettings,
  { clock, notebook }: ProxyDeps,
  call: (name: OperationName, options: CallOptions) => Promise<CallResult>,
): TokenKeeper {
  return createTokenKeeper({
    clock,
    notebook,
    name: `rdt:${keysMark(settings)}`,
    fetch: async () => {
      const askedAtMs = clock.nowMs();
      const answer = await call('createRestrictedDataToken', { body: restrictedResources() });
      if (!answer.ok) throw new LoginFault(asLoginFault(answer.fault));
      const body = plain(answer.body);
      const text = member(body, 'restrictedDataToken');
      const seconds = Number(member(body, 'expiresIn'));
      if (typeof text !== 'string' || text === '' || !(seconds > 0))
        throw new LoginFault({ kind: 'login-away', code: 'unexpected-answer' });
      return { text, expiresAtMs: askedAtMs + seconds * 1_000 };
    },
  });
}

/** Nothing of the restricted call itself was sent, so an answer that never came is no doubt about it. */
function asLoginFault(fault: CallFault): CallFault {
  const isAway =
    fault.kind === 'transport' ||
    fault.kind === 'unexpected-answer' ||
    (fault.kind === 'api' && fault.error.status >= 500);
  return isAway ? { kind: 'login-away', code: 'restricted-token-unavailable' } : fault;
}

/** Body of createRestrictedDataToken. */
export const restrictedResources = () => ({
  restrictedResources: RESTRICTED.map((name) => ({ method: OPERATIONS[name].method, path: OPERATIONS[name].path })),
});
