import { fileURLToPath } from 'node:url';
import type { OzonWorld } from '../../src-main/demo/ozon/world.ts';
import { startChild } from './child-process.ts';

/** The Ozon simulator in a process of its own, so that killing the app leaves the platform standing. */
export interface OzonProcess {
  readonly url: string;
  readonly clientId: string;
  readonly apiKey: string;
  world(): Promise<OzonWorld>;
  addFault(rule: Readonly<Record<string, unknown>>): Promise<void>;
  clearFaults(): Promise<void>;
  stop(): Promise<void>;
}

/** Starts it with so many postings of a busy day. */
export async function startOzonProcess(
  postings: number,
  time: { readonly epochMs: number; readonly speed: number } = { epochMs: 0, speed: 1 },
  seed = 7,
): Promise<OzonProcess> {
  const file = fileURLToPath(new URL('../../src-main/demo/ozon/serve.ts', import.meta.url));
  const child = startChild(file, [
    '--control',
    '--postings',
    String(postings),
    '--seed',
    String(seed),
    '--epoch',
    String(time.epochMs),
    '--speed',
    String(time.speed),
  ]);
  const { url, clientId, apiKey } = (await child.first) as { url: string; clientId: string; apiKey: string };
  const control = async (method: string, path: string, body?: unknown): Promise<unknown> => {
    const init = body === undefined ? { method } : { method, body: JSON.stringify(body) };
    const response = await fetch(`${url}/__sim/${path}`, init);
    if (!response.ok) throw new Error(`control ${path}: ${response.status} ${await response.text()}`);
    return response.json();
  };
  return {
    url,
    clientId,
    apiKey,
    world: () => control('GET', 'world') as Promise<OzonWorld>,
    addFault: async (rule) => void (await control('POST', 'faults', rule)),
    clearFaults: async () => void (await control('DELETE', 'faults')),
    stop: () => child.kill(),
  };
}
