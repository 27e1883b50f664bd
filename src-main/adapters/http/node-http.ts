import { type Http, HttpFault, type HttpRequest, type HttpResponse } from '../../app/ports/http.ts';
import { readFetchFault } from './fetch-fault.ts';
import { BodyTooLarge, readBody } from './read-body.ts';

/** The part of the platform's fetch that is used: globalThis.fetch in Node, net.fetch in Electron. */
export type FetchFunction = (url: string, init: RequestInit) => Promise<Response>;

const DEFAULT_MAX_BYTES = 64 * 1024 * 1024;
const MAX_REDIRECTS = 5;

/**
 * One HTTP exchange over a fetch function. A redirect is followed only for GET and within the origin, so that keys
 * never travel elsewhere; any other redirect is a 'broken' fault (Electron's net.fetch reports every redirect so,
 * because it cannot show one without following it). Fault details name codes only: never a URL, a header or a body.
 */
export function createHttp({ fetch }: { readonly fetch: FetchFunction }): Http {
  return {
    send: async (request) => {
      const target = readTarget(request);
      if (request.signal?.aborted === true) throw new HttpFault('not-sent', 'aborted before sending');
      const watch = watchRequest(request);
      try {
        return await exchange(fetch, request, target, watch.signal);
      } catch (error) {
        throw toFault(error, watch.endedBy());
      } finally {
        watch.stop();
      }
    },
  };
}

/** Checks what fetch would refuse with a message that quotes it: a bad header value may be a key. */
function readTarget(request: HttpRequest): URL {
  try {
    const url = new URL(request.url);
    if (url.protocol !== 'https:' && url.protocol !== 'http:') throw new TypeError('scheme');
    new Headers(request.headers);
    return url;
  } catch {
    throw new HttpFault('not-sent', 'bad url or header');
  }
}

interface Watch {
  readonly signal: AbortSignal;
  endedBy(): 'timeout' | 'aborted' | null;
  stop(): void;
}

function watchRequest(request: HttpRequest): Watch {
  const controller = new AbortController();
  let ended: 'timeout' | 'aborted' | null = null;
  const end = (by: 'timeout' | 'aborted') => {
    ended ??= by;
    controller.abort();
  };
  const timer = setTimeout(() => end('timeout'), request.timeoutMs);
  const onAbort = () => end('aborted');
  request.signal?.addEventListener('abort', onAbort, { once: true });
  return {
    signal: controller.signal,
    endedBy: () => ended,
    stop: () => {
      clearTimeout(timer);
      request.signal?.removeEventListener('abort', onAbort);
    },
  };
}

async function exchange(
  fetch: FetchFunction,
  request: HttpRequest,
  target: URL,
  signal: AbortSignal,
): Promise<HttpResponse> {
  const { method, headers, body } = request;
  let url = target;
  for (let hops = 0; hops <= MAX_REDIRECTS; hops += 1) {
    const init: RequestInit = { method, headers: { ...headers }, redirect: 'manual', cache: 'no-store', signal };
    if (body !== undefined) init.body = body;
    const response = await fetch(url.href, init);
    const location = response.status >= 300 && response.status < 400 ? response.headers.get('location') : null;
    if (location === null) return await toResponse(response, request.maxBytes ?? DEFAULT_MAX_BYTES);
    await response.body?.cancel();
    url = nextHop(request, url, location);
  }
  throw new HttpFault('broken', 'too many redirects');
}

function nextHop(request: HttpRequest, from: URL, location: string): URL {
  const next = URL.canParse(location, from.href) ? new URL(location, from) : null;
  if (request.method !== 'GET' || next === null || next.origin !== from.origin)
    throw new HttpFault('broken', 'redirect refused');
  return next;
}

async function toResponse(response: Response, maxBytes: number): Promise<HttpResponse> {
  const bytes = await readBody(response, maxBytes);
  return { status: response.status, headers: Object.fromEntries(response.headers), bytes };
}

function toFault(error: unknown, endedBy: 'timeout' | 'aborted' | null): HttpFault {
  if (error instanceof HttpFault) return error;
  if (error instanceof BodyTooLarge) return new HttpFault('too-large', 'answer too long');
  if (endedBy !== null)
    return new HttpFault(endedBy, endedBy === 'timeout' ? 'no answer in time' : 'aborted by the caller');
  const { isBeforeSending, code } = readFetchFault(error);
  return new HttpFault(isBeforeSending ? 'not-sent' : 'broken', code);
}
