import type { Gateway, GatewayResult } from './gateway.ts';
import { writeJson } from '../shared/json.ts';
import type { SessionKeeper } from './session.ts';

/** Business parameters; what is no text is sent as JSON text. Undefined ones are left out. */
export type Parameters = Readonly<Record<string, unknown>>;

/** Calls in the shop's name. Never throws. */
export interface AliProxy {
  read(name: string, parameters: Parameters): Promise<GatewayResult>;
  /** One write at a time, in the order in which they were asked for. */
  write(name: string, parameters: Parameters): Promise<GatewayResult>;
}

export function createProxy(gateway: Gateway, sessions: SessionKeeper): AliProxy {
  let lastWrite: Promise<unknown> = Promise.resolve();
  const call = async (name: string, parameters: Parameters): Promise<GatewayResult> => {
    const held = await sessions.get();
    if (!held.ok) return held;
    const business = encoded(parameters);
    const answer = await gateway.call(name, business, held.session.accessToken);
    const isRefused = !answer.ok && answer.fault.kind === 'api' && answer.fault.error.code === 'IllegalAccessToken';
    if (!isRefused) return answer;
    // The token was refused before anything was done, so the call may go again with another one.
    const renewed = await sessions.renew(held.session.accessToken);
    return renewed.ok ? await gateway.call(name, business, renewed.session.accessToken) : renewed;
  };
  return {
    read: call,
    write: async (name, parameters) => {
      const turn = lastWrite.then(async () => await call(name, parameters));
      lastWrite = turn.catch(() => undefined);
      return await turn;
    },
  };
}

/** Serialised once: what is signed is what is sent. */
function encoded(parameters: Parameters): Record<string, string> {
  const given = Object.entries(parameters).filter(([, value]) => value !== undefined && value !== null);
  return Object.fromEntries(given.map(([key, value]) => [key, typeof value === 'string' ? value : writeJson(value)]));
}
