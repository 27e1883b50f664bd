import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { describe, expect, it } from 'vitest';
import { authorization, listPath, vendor } from './support/start-coupang.ts';

const program = new URL('../../../../src-main/demo/coupang/serve.ts', import.meta.url);

interface Told {
  url: string;
  vendorId: string;
  accessKey: string;
  secretKey: string;
}

describe('the program of its own', () => {
  it('tells where it is and with which keys, and stops when told', async () => {
    const child = spawn(process.execPath, [program.pathname, '--orders', '12', '--control'], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    try {
      const [line] = await once(createInterface(child.stdout), 'line');
      const told: Told = JSON.parse(String(line));
      const target = `${vendor}/${listPath('ACCEPT').replace('v5 ', `v5/vendors/${told.vendorId}/`)}`;
      const header = authorization(told, Date.now(), 'GET', target);
      expect((await fetch(told.url + target, { headers: { Authorization: header } })).status).toBe(200);
      const world: { boxes: unknown[] } = JSON.parse(await (await fetch(`${told.url}/__sim/world`)).text());
      expect(world.boxes).toHaveLength(12);
    } finally {
      child.kill('SIGTERM');
    }
    const [code] = await once(child, 'exit');
    expect(code).toBe(0);
  });
});
