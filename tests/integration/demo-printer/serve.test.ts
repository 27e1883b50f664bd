import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { startChild } from '../../support/child-process.ts';

const SERVE = fileURLToPath(new URL('../../../src-main/demo/printer/serve.ts', import.meta.url));
const LABEL = Buffer.from('^XA^PW16^LL3^FO8,1^GFA,1,1,1,80^FS^XZ', 'latin1');

const lines = (file: string): unknown[] =>
  readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as unknown);

it('the printer in a process of its own has papers, bytes and journal on the disk when the client hears the close', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'chudan-printer-'));
  const child = startChild(SERVE, ['--port', '0', '--dir', path.join(folder, 'out')]);
  try {
    const { port } = (await child.first) as { port: number };
    for (let job = 0; job < 2; job += 1) {
      const socket = connect({ port, host: '127.0.0.1', allowHalfOpen: true });
      socket.resume();
      socket.end(LABEL);
      await once(socket, 'end');
      socket.destroy();
    }
    await child.kill();
    const out = path.join(folder, 'out');
    expect(readdirSync(out).sort()).toEqual([
      'job-1.bin',
      'job-2.bin',
      'jobs.jsonl',
      'paper-1.png',
      'paper-2.png',
      'papers.jsonl',
    ]);
    expect(readFileSync(path.join(out, 'job-2.bin')).equals(LABEL)).toBe(true);
    expect(lines(path.join(out, 'jobs.jsonl'))).toEqual([
      { id: 'job-1', byteCount: LABEL.length },
      { id: 'job-2', byteCount: LABEL.length },
    ]);
    expect(lines(path.join(out, 'papers.jsonl'))).toMatchObject([
      { id: 'paper-1', language: 'zpl' },
      { id: 'paper-2' },
    ]);
  } finally {
    await child.kill();
    rmSync(folder, { recursive: true, force: true });
  }
});
