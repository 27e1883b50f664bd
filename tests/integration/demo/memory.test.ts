import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { OzonWorld } from '../../../src-main/demo/ozon/world.ts';
import { newPosting, post, startSimulator, wholePackage } from './support/start-simulator.ts';

function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 'ozon-simulator-'));
  onTestFinished(() => rmSync(path, { recursive: true }));
  return path;
}

describe('the memory of the platform', () => {
  it('survives a restart: what was answered has happened', async () => {
    const stateFile = join(folder(), 'state.json');
    const bench = await startSimulator({ stateFile, postings: 12 });
    const posting = newPosting();
    bench.simulator.addPosting(posting);
    await bench.post('/v4/posting/fbs/ship', wholePackage(posting));
    const before = bench.simulator.world();
    await bench.simulator.stop();
    const again = await startSimulator({ stateFile, postings: 0 });
    expect(again.simulator.world()).toEqual(before);
    again.pass(30_000);
    expect(again.book(posting.postingNumber).status).toBe('awaiting_deliver');
  });

  it('remembers even what nobody was told', async () => {
    const stateFile = join(folder(), 'state.json');
    const bench = await startSimulator({
      stateFile,
      faults: [{ kind: 'timeout-after-write', path: '/v4/posting/fbs/ship' }],
    });
    const posting = newPosting();
    bench.simulator.addPosting(posting);
    await expect(bench.post('/v4/posting/fbs/ship', wholePackage(posting))).rejects.toThrow();
    const again = await startSimulator({ stateFile });
    expect(again.book(posting.postingNumber).effects.shipCalls).toBe(1);
  });

  it.each([
    ['not JSON', '{"version":1', /is not JSON/u],
    ['of somebody else', '{"version":2}', /not a state file/u],
  ])('refuses a file that is %s and leaves it alone', async (_name, content, message) => {
    const path = folder();
    const stateFile = join(path, 'state.json');
    writeFileSync(stateFile, content);
    await expect(startSimulator({ stateFile })).rejects.toThrow(message);
    expect(readdirSync(path)).toEqual(['state.json']);
  });
});

interface Served {
  child: ChildProcess;
  url: string;
  keys: Record<string, string>;
}

async function serve(stateFile: string, ...more: string[]): Promise<Served> {
  const args = ['src-main/demo/ozon/serve.ts', '--port', '0', '--state', stateFile, ...more];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  onTestFinished(() => void child.kill('SIGKILL'));
  const [line] = (await once(child.stdout, 'data')) as [Buffer];
  const { url, clientId, apiKey } = JSON.parse(line.toString()) as Record<string, string>;
  return { child, url: url!, keys: { 'Client-Id': clientId!, 'Api-Key': apiKey!, 'Content-Type': 'application/json' } };
}

describe('on its own', () => {
  it('serves, is killed, and goes on where it was', async () => {
    const stateFile = join(folder(), 'state.json');
    const first = await serve(stateFile, '--control', '--postings', '20');
    const world = (await (await fetch(`${first.url}/__sim/world`)).json()) as OzonWorld;
    const posting = world.postings.find((candidate) => candidate.substatus === 'posting_created')!;
    const rule = { kind: 'timeout-after-write', path: '/v4/posting/fbs/ship', count: 1 };
    await fetch(`${first.url}/__sim/faults`, { method: 'POST', body: JSON.stringify(rule) });
    await expect(post(`${first.url}/v4/posting/fbs/ship`, wholePackage(posting), first.keys)).rejects.toThrow();
    first.child.kill('SIGKILL');
    await once(first.child, 'exit');
    const second = await serve(stateFile, '--control');
    const after = (await (await fetch(`${second.url}/__sim/world`)).json()) as OzonWorld;
    expect(after.postings).toHaveLength(20);
    expect(
      after.postings.find((candidate) => candidate.postingNumber === posting.postingNumber)?.effects.shipCalls,
    ).toBe(1);
    const event = { event: 'cancel-by-buyer', postingNumber: posting.postingNumber };
    expect((await fetch(`${second.url}/__sim/events`, { method: 'POST', body: JSON.stringify(event) })).status).toBe(
      200,
    );
    const { json } = await post(
      `${second.url}/v3/posting/fbs/get`,
      { posting_number: posting.postingNumber },
      second.keys,
    );
    expect(json.result.status).toBe('cancelled');
  });

  it('has no control unless asked for', async () => {
    const served = await serve(join(folder(), 'state.json'));
    expect((await fetch(`${served.url}/__sim/world`)).status).toBe(404);
    served.child.kill('SIGTERM');
    expect(await once(served.child, 'exit')).toEqual([0, null]);
  });
});
