import { afterEach, describe, expect, it } from 'vitest';
import { OZON_TIMINGS } from '../../../../src-main/adapters/platforms/ozon/timings.ts';
import { type Canned, type CannedServer, startCannedServer } from './canned-server.ts';
import { aggregatorPosting, errorBody, POSTING } from './samples.ts';
import { KEY, useShop } from './shop.ts';

const CREATE = '/v3/posting/fbs/package-label/create';
const TASK = '/v2/posting/fbs/package-label/get';
const GET = '/v3/posting/fbs/get';
const PDF = '%PDF-1.4\n%synthetic\n';
const TICKET = JSON.stringify({ big: '5819327210249000123', small: '5819327210250' });
const shop = useShop();
const closers: CannedServer[] = [];
afterEach(async () => {
  for (const server of closers.splice(0)) await server.close();
});

const tasks =
  '{"tasks":[{"task_id":5819327210249000123,"task_type":"big_label"},{"task_id":5819327210250,"task_type":"small_label"}]}';
const task = (code: string, over: Record<string, unknown> = {}, status: Record<string, unknown> = {}) => ({
  body: {
    error: { code: '', message: '' },
    file_url: '',
    status: { code, postings_count: 1, printed_postings_count: 0, unprinted_postings: [], ...status },
    ...over,
  },
});
const unprinted = (message: string) =>
  task(
    'completed',
    { file_url: 'https://cdn.example/a.pdf' },
    { unprinted_postings: [{ posting_number: POSTING, message }] },
  );
const pdf = (over: Canned = {}): Canned => ({ body: PDF, headers: { 'content-type': 'application/pdf' }, ...over });
const fetchWith = async (answer: Canned, ticket = TICKET) => {
  shop.server.on(TASK, answer);
  return await shop.connector.fetchLabel(POSTING, ticket);
};
const notReady = (code: string) => ({ kind: 'not-ready', code, afterMs: OZON_TIMINGS.labelNotReadyMs });

describe('requestLabel', () => {
  it('asks for one posting and keeps both tasks, digit by digit', async () => {
    shop.server.on(CREATE, { body: tasks });
    expect(await shop.connector.requestLabel(POSTING)).toEqual({
      kind: 'requested',
      ticket: TICKET,
      afterMs: OZON_TIMINGS.labelPollMs,
    });
    expect(shop.server.bodies(CREATE)).toEqual([{ posting_numbers: [POSTING] }]);
  });

  it('accepts the answer wrapped in result, and one size alone', async () => {
    shop.server.on(CREATE, { body: { result: { tasks: [{ task_id: '77', task_type: 'small_label' }] } } });
    expect(await shop.connector.requestLabel(POSTING)).toMatchObject({
      kind: 'requested',
      ticket: '{"big":null,"small":"77"}',
    });
  });

  it.each([
    [
      "aren't ready",
      { status: 400, body: errorBody("The next postings aren't ready", 9) },
      notReady('label-not-ready'),
    ],
    ['no tasks', { body: { tasks: [] } }, notReady('unexpected-answer')],
    ['timeout', { silent: true as const }, notReady('timeout')],
    ['502', { status: 502, body: '<html>' }, notReady('http-502')],
    [
      'throttled',
      { status: 429, headers: { 'retry-after': '6' } },
      { kind: 'not-ready', code: 'rate-limited', afterMs: 6_000 },
    ],
    [
      'breaker',
      { status: 500, body: errorBody('Circle is open') },
      { kind: 'not-ready', code: 'circuit-open', afterMs: OZON_TIMINGS.circuitOpenMs },
    ],
    ['dead key', { status: 403, body: errorBody('Invalid Api-Key', 7) }, { kind: 'needs-login', code: 'wrong-key' }],
    [
      'not our posting',
      { status: 400, body: errorBody('POSTING_NUMBERS_IS_INCORRECT_FOR_COMPANY') },
      { kind: 'failed', code: 'POSTING_NUMBERS_IS_INCORRECT_FOR_COMPANY' },
    ],
    [
      'delivered',
      { status: 400, body: errorBody('label not allowed for delivered postings') },
      { kind: 'failed', code: 'label-not-allowed' },
    ],
    ['dead version', { status: 404, body: '404 page not found' }, { kind: 'failed', code: 'method-removed' }],
  ] as const)('after %s', async (_name, answer, expected) => {
    shop.server.on(CREATE, answer as Canned);
    expect(await shop.connector.requestLabel(POSTING)).toEqual(expected);
  });

  it('looks whether a refused posting is merely not packed yet', async () => {
    shop.server.on(CREATE, { status: 400, body: errorBody('INVALID_ARGUMENT') });
    shop.server.on(GET, { body: { result: aggregatorPosting({ status: 'awaiting_registration' }) } });
    expect(await shop.connector.requestLabel(POSTING)).toEqual(notReady('label-not-ready'));
    shop.server.on(GET, { body: { result: aggregatorPosting({ status: 'cancelled' }) } });
    expect(await shop.connector.requestLabel(POSTING)).toEqual({ kind: 'failed', code: 'INVALID_ARGUMENT' });
  });
});

describe('fetchLabel', () => {
  it('asks for the task of the preferred size', async () => {
    await fetchWith(task('pending'));
    await shop.connect({ labelSize: 'small' }).fetchLabel(POSTING, TICKET);
    await shop.connect({ labelSize: 'small' }).fetchLabel(POSTING, '{"big":"5","small":null}');
    expect(shop.server.received.map((one) => one.body)).toEqual([
      '{"task_id":5819327210249000123}',
      '{"task_id":5819327210250}',
      '{"task_id":5}',
    ]);
  });

  it.each(['pending', 'in_progress', 'processing', 'dreaming'])('waits while the task is %s', async (code) => {
    expect(await fetchWith(task(code))).toEqual({ kind: 'pending', afterMs: OZON_TIMINGS.labelPollMs });
  });

  it.each([
    ["aren't ready", unprinted("The next postings aren't ready"), notReady('label-not-ready')],
    ['unprinted otherwise', unprinted('POSTING_IS_CANCELLED now'), { kind: 'failed', code: 'POSTING_IS_CANCELLED' }],
    ['unprinted without a word', unprinted('odd'), { kind: 'failed', code: 'label-unprinted' }],
    [
      'error',
      task('error', { error: { code: 'RENDER_FAILED', message: 'x' } }),
      { kind: 'failed', code: 'RENDER_FAILED' },
    ],
    [
      'error that names the posting too',
      { body: { ...unprinted("aren't ready").body, error: { code: 'LABEL_GENERATION_ERROR', message: 'failed' } } },
      { kind: 'failed', code: 'LABEL_GENERATION_ERROR' },
    ],
    [
      'error, not ready',
      task('error', { error: { code: '', message: "The next postings aren't ready" } }),
      notReady('label-not-ready'),
    ],
    ['error without words', task('error'), { kind: 'failed', code: 'label-error' }],
    ['task gone', { status: 404, body: errorBody('TASK_NOT_FOUND', 5) }, notReady('ticket-gone')],
    ['502', { status: 502, body: '<html>' }, { kind: 'pending', afterMs: OZON_TIMINGS.labelNotReadyMs }],
    ['dead version', { status: 404, body: '404 page not found' }, { kind: 'failed', code: 'method-removed' }],
    [
      'a file on this machine for a far shop is checked below',
      task('completed', { file_url: 'ftp://cdn.example/a.pdf' }),
      { kind: 'failed', code: 'label-url-refused' },
    ],
    [
      'plain http elsewhere',
      task('completed', { file_url: 'http://cdn.example/a.pdf' }),
      { kind: 'failed', code: 'label-url-refused' },
    ],
    [
      'a URL with a password',
      task('completed', { file_url: 'https://a:b@cdn.example/a.pdf' }),
      { kind: 'failed', code: 'label-url-refused' },
    ],
  ] as const)('after %s', async (_name, answer, expected) => {
    expect(await fetchWith(answer as Canned)).toEqual(expected);
  });

  it.each(['', 'rubbish', '{}', '{"big":5}', '{"big":"x"}'])('wants a new ticket instead of %s', async (ticket) => {
    expect(await fetchWith(task('pending'), ticket)).toEqual({
      kind: 'not-ready',
      code: 'ticket-unreadable',
      afterMs: 0,
    });
    expect(shop.server.received).toEqual([]);
  });

  it.each(['completed', 'ok'])('fetches the file when the task is %s', async (code) => {
    shop.server.on('/files/a.pdf', pdf());
    const answer = await fetchWith(
      task(code, { file_url: `${shop.server.url}/files/a.pdf` }, { printed_postings_count: 1 }),
    );
    expect(answer).toMatchObject({ kind: 'ready', document: { kind: 'pdf' } });
    if (answer.kind === 'ready') expect(new TextDecoder().decode(answer.document.bytes)).toBe(PDF);
    expect(shop.server.received.at(-1)).toMatchObject({ method: 'GET', headers: { 'api-key': KEY } });
  });

  it('never shows the key to another host', async () => {
    const cdn = await startCannedServer();
    closers.push(cdn);
    cdn.on('/a.pdf', pdf({ headers: { 'content-type': 'application/octet-stream' } }));
    expect(await fetchWith(task('completed', { file_url: `${cdn.url}/a.pdf` }))).toMatchObject({ kind: 'ready' });
    expect(cdn.received).toHaveLength(1);
    expect(Object.keys(cdn.received[0]!.headers)).not.toContain('api-key');
    expect(Object.keys(cdn.received[0]!.headers)).not.toContain('client-id');
  });

  it.each([
    ['JSON saved as PDF', { body: errorBody('aren’t ready') }, { kind: 'failed', code: 'label-not-pdf' }],
    ['a page', pdf({ headers: { 'content-type': 'text/html' } }), { kind: 'failed', code: 'label-not-pdf' }],
    ['an empty file', pdf({ body: '' }), { kind: 'failed', code: 'label-not-pdf' }],
    [
      'more than 25 MB',
      pdf({ headers: { 'content-length': String(26 * 1024 * 1024) }, body: 'x'.repeat(26 * 1024 * 1024) }),
      { kind: 'failed', code: 'label-too-large' },
    ],
    ['an expired link', { status: 403, body: 'expired' }, notReady('label-file-gone')],
    ['a server in trouble', { status: 503 }, { kind: 'pending', afterMs: OZON_TIMINGS.labelPollMs }],
    ['a dropped line', { hangUp: true as const }, { kind: 'pending', afterMs: OZON_TIMINGS.labelPollMs }],
  ] as const)('takes no label from %s', async (_name, file, expected) => {
    shop.server.on('/files/a.pdf', file as Canned);
    shop.connector = shop.connect({}, { requestTimeoutMs: 5_000 });
    expect(await fetchWith(task('completed', { file_url: `${shop.server.url}/files/a.pdf` }))).toEqual(expected);
  });
});
