import { describe, expect, it } from 'vitest';
import type { Integration } from '../../../src-main/demo/ozon/world.ts';
import { newPosting, startSimulator, wholePackage, type Bench } from './support/start-simulator.ts';

const create = '/v3/posting/fbs/package-label/create';
const get = '/v2/posting/fbs/package-label/get';

/** Packed postings, the last of them too young for a label by the time the task is done. */
async function packed(bench: Bench, integrations: Integration[]): Promise<string[]> {
  const postings = integrations.map((integration, index) => newPosting({ serial: 800 + index, integration }));
  for (const posting of postings) {
    bench.simulator.addPosting(posting);
    await bench.post('/v4/posting/fbs/ship', wholePackage(posting));
  }
  return postings.map((posting) => posting.postingNumber);
}

/** As text, because a double cannot hold it. */
function taskBody(taskId: bigint): string {
  return `{"task_id":${taskId}}`;
}

describe('labels', () => {
  it('go from pending over in progress to a file', async () => {
    const bench = await startSimulator();
    const numbers = await packed(bench, ['ozon', 'aggregator']);
    bench.pass(60_000);
    const { tasks } = (await bench.post(create, { posting_numbers: numbers })).json;
    expect(tasks.map((task: { task_type: string }) => task.task_type)).toEqual(['big_label', 'small_label']);
    const [big] = tasks;
    expect(big.task_id > BigInt(Number.MAX_SAFE_INTEGER)).toBe(true);
    expect((await bench.post(get, { task_id: Number(big.task_id) })).status, 'a rounded id').toBe(404);
    const codes: string[] = [];
    for (let step = 0; step < 3; step += 1) {
      codes.push((await bench.post(get, taskBody(big.task_id))).json.status.code);
      bench.pass(2_000);
    }
    expect(codes).toEqual(['pending', 'in_progress', 'completed']);
    const done = (await bench.post(get, taskBody(big.task_id))).json;
    expect(done.status).toMatchObject({ postings_count: 2, printed_postings_count: 2, unprinted_postings: [] });
    expect(done.error).toEqual({ code: '', message: '' });
    const file = await fetch(done.file_url);
    expect([file.status, file.headers.get('content-type')]).toEqual([200, 'application/pdf']);
    expect((await file.text()).startsWith('%PDF-')).toBe(true);
    expect(bench.book(numbers[0]!).effects).toMatchObject({ labelTasks: 1, labelDownloads: 1 });
  });

  it('come in part when a posting is too young', async () => {
    const bench = await startSimulator();
    const [old] = await packed(bench, ['ozon']);
    bench.pass(60_000);
    const young = newPosting({ serial: 850, integration: 'ozon' });
    bench.simulator.addPosting(young);
    await bench.post('/v4/posting/fbs/ship', wholePackage(young));
    bench.pass(10_000);
    const { tasks } = (await bench.post(create, { posting_numbers: [young.postingNumber, old] })).json;
    bench.pass(4_000);
    const done = (await bench.post(get, taskBody(tasks[1].task_id))).json;
    expect(done.status).toEqual({
      code: 'completed',
      postings_count: 2,
      printed_postings_count: 1,
      unprinted_postings: [{ posting_number: young.postingNumber, message: "The next postings aren't ready" }],
    });
  });

  it('fail when none is ready', async () => {
    const bench = await startSimulator();
    const numbers = await packed(bench, ['aggregator']);
    const { tasks } = (await bench.post(create, { posting_numbers: numbers })).json;
    bench.pass(4_000);
    const done = (await bench.post(get, taskBody(tasks[0].task_id))).json;
    expect([done.status.code, done.file_url, done.error.message]).toEqual([
      'error',
      '',
      "The next postings aren't ready",
    ]);
  });

  it.each<[Integration, string, string]>([
    ['3pl_tracking', 'awaiting_deliver', 'INVALID_ARGUMENT'],
    ['non_integrated', 'awaiting_deliver', 'INVALID_ARGUMENT'],
    ['aggregator', 'awaiting_packaging', 'INVALID_ARGUMENT'],
    ['aggregator', 'delivered', 'label not allowed for delivered postings'],
  ])('are refused: %s in %s', async (integration, status, message) => {
    const bench = await startSimulator();
    const posting = { ...newPosting({ integration }), status };
    bench.simulator.addPosting(posting);
    const reply = await bench.post(create, { posting_numbers: [posting.postingNumber] });
    expect([reply.status, reply.json.message]).toEqual([400, message]);
  });

  it('are refused for numbers of other companies, none and too many', async () => {
    const bench = await startSimulator();
    const foreign = await bench.post(create, { posting_numbers: ['0000000000-0001-1'] });
    expect([foreign.status, foreign.json.message]).toEqual([400, 'POSTING_NUMBERS_IS_INCORRECT_FOR_COMPANY']);
    expect((await bench.post(create, { posting_numbers: [] })).status).toBe(400);
    expect((await bench.post(create, { posting_numbers: Array.from({ length: 21 }, String) })).status).toBe(400);
    expect((await bench.post(create, { posting_number: ['old field'] })).status).toBe(400);
  });

  it('stay where they are for a time, then the link is dead', async () => {
    const bench = await startSimulator();
    const numbers = await packed(bench, ['ozon']);
    bench.pass(60_000);
    const { tasks } = (await bench.post(create, { posting_numbers: numbers })).json;
    bench.pass(4_000);
    const { file_url: fileUrl } = (await bench.post(get, taskBody(tasks[0].task_id))).json;
    bench.pass(3_600_000);
    expect((await fetch(fileUrl)).status).toBe(404);
    expect((await fetch(`${bench.url}/cdn/labels/none.pdf`)).status).toBe(404);
  });

  it('set the parcel on its way: after the download the carrier comes by', async () => {
    const bench = await startSimulator();
    const [number] = await packed(bench, ['aggregator']);
    bench.pass(60_000);
    const { tasks } = (await bench.post(create, { posting_numbers: [number] })).json;
    bench.pass(4_000);
    const { file_url: fileUrl } = (await bench.post(get, taskBody(tasks[0].task_id))).json;
    await (await fetch(fileUrl)).arrayBuffer();
    const seen: string[] = [];
    for (const ms of [59_000, 1_000, 100_000, 100_000, 100_000, 100_000]) {
      bench.pass(ms);
      seen.push(bench.book(number!).substatus);
    }
    expect(seen).toEqual([
      'posting_registered',
      'posting_transferred_to_courier_service',
      'posting_on_way_to_city',
      'posting_on_way_to_pickup_point',
      'posting_in_pickup_point',
      'posting_received',
    ]);
    expect(bench.book(number!).status).toBe('delivered');
  });
});
