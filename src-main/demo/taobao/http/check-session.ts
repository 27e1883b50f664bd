import type { TopMethod } from '../method.ts';
import { Refusal } from '../refusal.ts';
import type { StruckFaults } from '../faults.ts';
import type { TaobaoWorld } from '../world.ts';

/** Whose shop, and may the app do that. Throws 26, 27 or 11. */
export function checkSession(
  asked: TopMethod,
  session: string,
  world: TaobaoWorld,
  nowMs: number,
  faults: StruckFaults,
): void {
  if (faults.has('ip-not-allowed')) {
    throw new Refusal(11, 'Insufficient isv permissions', 'isv.permission-ip-whitelist-limit', 'IP不在白名单中');
  }
  if (isWithheld(asked.name, world) || faults.has('permission-withdrawn')) {
    const words = `没有接口权限，请申请权限包：${asked.package}`;
    throw new Refusal(11, 'Insufficient isv permissions', 'isv.permission-api-package-limit', words);
  }
  if (!asked.needsSession) return;
  if (session === '') throw new Refusal(26, 'Missing session');
  if (session !== world.session.accessToken || faults.has('session-invalid')) {
    throw new Refusal(27, 'Invalid session', 'invalid-sessionkey', '无效的SessionKey');
  }
  if (nowMs >= world.session.expiresAtMs) {
    throw new Refusal(27, 'Invalid session', 'session-expired', 'SessionKey已过期，请重新授权');
  }
}

function isWithheld(name: string, world: TaobaoWorld): boolean {
  return world.app.withheldApis.some((pattern) =>
    pattern.endsWith('*') ? name.startsWith(pattern.slice(0, -1)) : name === pattern,
  );
}
