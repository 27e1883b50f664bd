import { createServer, type RequestListener, type Server } from 'node:http';
import { type AddressInfo, createServer as createTcpServer } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { createHttp } from '../../../../src-main/adapters/http/node-http.ts';
import { HttpFault, type HttpRequest } from '../../../../src-main/app/ports/http.ts';

const http = createHttp({ fetch: globalThis.fetch });
const closers: (() => void)[] = [];
afterEach(() => {
  for (const close of closers.splice(0)) close();
});

async function serve(listener: RequestListener): Promise<string> {
  const server: Server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closers.push(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const request = (url: string, more: Partial<HttpRequest> = {}): HttpRequest => ({
  method: 'GET',
  url,
  headers: {},
  timeoutMs: 5_000,
  ...more,
});

async function faultOf(promise: Promise<unknown>): Promise<HttpFault> {
  const error: unknown = await promise.then(
    () => new Error('no fault'),
    (reason: unknown) => reason,
  );
  if (!(error instanceof HttpFault)) throw error;
  return error;
}

describe('createHttp', () => {
  it('sends method, headers and body, and gives status, lower-case headers and bytes', async () => {
    const seen: string[] = [];
    const base = await serve((req, res) => {
      req.setEncoding('utf8');
      req.on('data', (chunk: string) => seen.push(`${req.method} ${req.headers['x-key']} ${chunk}`));
      req.on('end', () => res.writeHead(418, { 'X-Odd': 'yes' }).end('ответ'));
    });
    const response = await http.send(
      request(`${base}/a`, { method: 'POST', headers: { 'X-Key': 'k' }, body: '{"a":1}' }),
    );
    expect(seen).toEqual(['POST k {"a":1}']);
    expect(response.status).toBe(418);
    expect(response.headers['x-odd']).toBe('yes');
    expect(new TextDecoder().decode(response.bytes)).toBe('ответ');
  });

  it('follows a redirect within the origin, for GET only', async () => {
    const base = await serve((req, res) =>
      req.url === '/old' ? res.writeHead(302, { location: '/new' }).end() : res.end(req.url),
    );
    expect(new TextDecoder().decode((await http.send(request(`${base}/old`))).bytes)).toBe('/new');
    const fault = await faultOf(http.send(request(`${base}/old`, { method: 'POST', body: '{}' })));
    expect(fault.kind).toBe('broken');
  });

  it('refuses a redirect to another origin without asking there', async () => {
    let asked = 0;
    const other = await serve((_req, res) => {
      asked += 1;
      res.end();
    });
    const base = await serve((_req, res) => res.writeHead(302, { location: `${other}/steal` }).end());
    expect((await faultOf(http.send(request(base, { headers: { 'Api-Key': 'secret' } })))).kind).toBe('broken');
    expect(asked).toBe(0);
  });

  it('ends a redirect loop', async () => {
    const base = await serve((_req, res) => res.writeHead(302, { location: '/again' }).end());
    expect((await faultOf(http.send(request(base)))).message).toContain('too many redirects');
  });

  it('tells a timeout before and within the answer', async () => {
    const silent = await serve(() => undefined);
    expect((await faultOf(http.send(request(silent, { timeoutMs: 50 })))).kind).toBe('timeout');
    const stalling = await serve((_req, res) => void res.writeHead(200).write('half'));
    expect((await faultOf(http.send(request(stalling, { timeoutMs: 80 })))).kind).toBe('timeout');
  });

  it('tells an abort under way from one before sending', async () => {
    const silent = await serve(() => undefined);
    const controller = new AbortController();
    const sending = faultOf(http.send(request(silent, { signal: controller.signal })));
    setTimeout(() => controller.abort(), 30);
    expect((await sending).kind).toBe('aborted');
    expect((await faultOf(http.send(request(silent, { signal: controller.signal })))).kind).toBe('not-sent');
  });

  it('stops at the byte limit, announced or not', async () => {
    const announced = await serve((_req, res) =>
      res.writeHead(200, { 'content-length': '2000' }).end('x'.repeat(2_000)),
    );
    expect((await faultOf(http.send(request(announced, { maxBytes: 1_999 })))).kind).toBe('too-large');
    const streamed = await serve((_req, res) => {
      const timer = setInterval(() => res.write('x'.repeat(1_000)), 1);
      res.on('close', () => clearInterval(timer));
    });
    expect((await faultOf(http.send(request(streamed, { maxBytes: 5_000 })))).kind).toBe('too-large');
    expect((await http.send(request(announced, { maxBytes: 2_000 }))).bytes.length).toBe(2_000);
  });

  it('says not-sent for a closed port and an unknown host', async () => {
    const base = await serve((_req, res) => res.end());
    closers.pop()?.();
    expect((await faultOf(http.send(request(base)))).kind).toBe('not-sent');
    expect((await faultOf(http.send(request('http://no-such-host.invalid/')))).kind).toBe('not-sent');
  });

  it('says broken when the line drops after the request left', async () => {
    const server = createTcpServer((socket) => socket.once('data', () => socket.destroy()));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    closers.push(() => server.close());
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
    expect((await faultOf(http.send(request(url, { method: 'POST', body: '{}' })))).kind).toBe('broken');
  });

  it('refuses bad urls and headers without quoting them', async () => {
    for (const bad of [
      request('not a url'),
      request('file:///etc/passwd'),
      request('http://127.0.0.1/', { headers: { 'Api-Key': 'sec\nret' } }),
    ]) {
      const fault = await faultOf(http.send(bad));
      expect(fault.kind).toBe('not-sent');
      expect(fault.message).not.toMatch(/sec|passwd/);
    }
  });
});
