import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import type { StruckFaults } from '../faults.ts';
import { badArgument, errorBody, Refusal } from '../refusal.ts';
import { jsonAnswer, refusalAnswer, type Answer } from './answer.ts';
import { apiCall } from './api-call.ts';
import { earlyAnswer, spoilAnswer } from './spoil.ts';
import { labelFile } from './label-file.ts';
import { readText } from './read-body.ts';
import type { Served } from './served.ts';

/** Every request ends here: as an answer, as a dropped connection or as one that stays silent. Never throws. */
export async function serveRequest(served: Served, request: IncomingMessage, response: ServerResponse): Promise<void> {
  response.on('error', () => undefined);
  try {
    const url = addressOf(request);
    const text = await readText(request);
    if (served.control !== null && url.pathname.startsWith('/__sim/')) {
      send(response, served.control(served.platform, request, url.pathname, text), served.platform.clock.nowMs());
      return;
    }
    await serveWithFaults(served, request, response, { url, text });
  } catch (error) {
    const answer = error instanceof Refusal ? refusalAnswer(error) : jsonAnswer(500, errorBody(13, String(error)));
    send(response, answer, served.platform.clock.nowMs());
  }
}

function addressOf(request: IncomingMessage): URL {
  const url = URL.parse(request.url ?? '/', `http://${request.headers.host ?? '127.0.0.1'}`);
  if (url === null) throw badArgument('the address of the request makes no sense');
  return url;
}

async function serveWithFaults(
  served: Served,
  request: IncomingMessage,
  response: ServerResponse,
  asked: { url: URL; text: string },
): Promise<void> {
  const { platform } = served;
  platform.countRequest(asked.url.pathname);
  const faults = platform.faults.strike(asked.url.pathname);
  const latencyMs = faults.get('slow')?.latencyMs ?? 0;
  if (latencyMs > 0) await sleep(latencyMs);
  if (fellSilent(response, faults, 'timeout-before-write')) return;
  const answer = earlyAnswer(faults) ?? (await goodAnswer(served, request, asked, faults));
  if (fellSilent(response, faults, 'timeout-after-write')) return;
  const skewMs = faults.get('clock-skew')?.skewMs ?? 0;
  send(response, spoilAnswer(answer, faults), platform.clock.nowMs() + skewMs);
}

async function goodAnswer(
  served: Served,
  request: IncomingMessage,
  asked: { url: URL; text: string },
  faults: StruckFaults,
): Promise<Answer> {
  const path = asked.url.pathname;
  if (path.startsWith('/cdn/')) return await labelFile(served, request, path);
  return apiCall(served.platform, request, { path, text: asked.text, baseUrl: asked.url.origin }, faults);
}

/** True when the client hears nothing more: the connection is dropped, or left open until the server stops. */
function fellSilent(
  response: ServerResponse,
  faults: StruckFaults,
  kind: 'timeout-before-write' | 'timeout-after-write',
): boolean {
  const rule = faults.get(kind);
  if (rule === undefined) return false;
  if (rule.hangs !== true) response.socket?.destroy();
  return true;
}

/** The `Date` header tells the platform's time, so that a client can notice a wrong clock of its own. */
function send(response: ServerResponse, answer: Answer, dateMs: number): void {
  if (response.destroyed) return;
  const bytes = typeof answer.body === 'string' ? Buffer.from(answer.body) : answer.body;
  response.writeHead(answer.status, {
    ...answer.headers,
    'Content-Length': bytes.length,
    Date: new Date(dateMs).toUTCString(),
  });
  response.end(bytes);
}
