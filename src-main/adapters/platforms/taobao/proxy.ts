import type { Clock } from '../../../app/ports/clock.ts';
import { type ApiName, needsSession } from './apis.ts';
import type { Refused } from './errors.ts';
import type { CallResult, Parameters, Sender } from './sender.ts';
import type { SessionSource } from './session.ts';

/** How the operations of the connector call the platform. Nothing here throws. */
export interface TaobaoProxy {
  call(api: ApiName, parameters: Parameters): Promise<CallResult>;
  clockSkewMs(): number | null;
  /** The time by the platform's clock; asks for it once when no answer has told it yet. */
  serverNowMs(): Promise<{ readonly ok: true; readonly atMs: number } | Refused>;
}

export function createProxy(sender: Sender, source: SessionSource, clock: Clock): TaobaoProxy {
  return {
    clockSkewMs: () => sender.clockSkewMs(),
    call: async (api, parameters) => {
      if (!needsSession(api)) return await sender.send(api, parameters, null);
      const found = await source.get();
      return found.ok ? await sender.send(api, parameters, found.session.key) : found;
    },
    serverNowMs: async () => {
      if (sender.clockSkewMs() === null) {
        const answer = await sender.send('taobao.time.get', {}, null);
        if (!answer.ok) return answer;
      }
      return { ok: true, atMs: clock.nowMs() + (sender.clockSkewMs() ?? 0) };
    },
  };
}
