import { createServer } from 'node:http';
import { describe, expect, it, onTestFinished } from 'vitest';
import { DEFAULT_PROFILE } from '../../../src-main/core/label/printer-profile.ts';
import {
  addressOf,
  print,
  printClientSender,
  startPrintClient,
  startScriptedClient,
  waybill,
  type Heard,
} from '../../support/print-client-bench.ts';

const sender = printClientSender();
const confirmed = { kind: 'confirmed', bytes: expect.any(Number) };
const uncertain = (reason: string) => ({ kind: 'uncertain', reason, bytesTaken: expect.any(Number) });

describe('a waybill', () => {
  it('is confirmed by the client’s own word, as a task of one document that is no preview', async () => {
    const { client, address } = await startPrintClient();
    expect(await print(sender, address)).toEqual(confirmed);
    const { prints, tasks, refused } = client.books();
    expect(prints).toMatchObject([{ documentId: '78000000000001', label: { waybillCode: '78000000000001' } }]);
    expect(tasks).toMatchObject([{ isPreview: false, printer: '菜鸟面单打印机' }]);
    expect(refused).toEqual([]);
  });

  it('goes letter by letter, numbers longer than ours and escaped signs too', async () => {
    const texts: string[] = [];
    const address = await startScriptedClient((_heard, _socket, text) => void texts.push(text));
    const contents = '[ {"data":{"id":12345678901234567890.50},"signature":"\\u0041"} ]';
    await print(sender, address, { document: { ...waybill(), contents } });
    expect(texts.filter((text) => text.includes('"cmd":"print"'))).toEqual([expect.stringContaining(contents)]);
  });

  it('has ids that no other has', async () => {
    const { client, address } = await startPrintClient();
    await Promise.all([print(sender, address), print(sender, address), print(sender, address)]);
    const ids = client.books().requests.map((request) => (request as Heard).requestID);
    const taskIds = client.books().tasks.map((task) => task.taskId);
    expect([new Set(ids).size, new Set(taskIds).size]).toEqual([ids.length, 3]);
  });

  it('goes to the printer that was chosen', async () => {
    const { client, address } = await startPrintClient({ printers: ['first', 'second'] });
    expect(await print(sender, { ...address, printer: 'second' })).toEqual(confirmed);
    expect(client.books().prints.map((one) => one.printer)).toEqual(['second']);
  });

  it('is not sent while the client does not run', async () => {
    const { client, address } = await startPrintClient();
    await client.stop();
    expect(await print(sender, address)).toEqual({ kind: 'not-sent', reason: 'refused' });
  });

  it('is not sent to a printer that the client does not have', async () => {
    const { client, address } = await startPrintClient();
    const lost = { ...address, printer: 'sold' };
    expect(await print(sender, lost)).toEqual({ kind: 'not-sent', reason: 'not-found' });
    expect(await print(sender, lost, { isStatusAsked: false })).toEqual({ kind: 'not-sent', reason: 'not-taken' });
    expect(client.books().prints).toEqual([]);
  });

  it('that was altered is refused with a reason of its own', async () => {
    const { client, address } = await startPrintClient();
    const altered = { ...waybill(), contents: waybill().contents.replace('AES:', 'AES:AA') };
    expect(await print(sender, address, { document: altered })).toEqual({
      kind: 'not-sent',
      reason: 'waybill-undecodable',
    });
    expect(client.books().prints).toEqual([]);
  });

  it('of a task without documents is refused with a reason of its own', async () => {
    const address = await startScriptedClient(({ cmd, requestID }, socket) =>
      socket.send(JSON.stringify({ cmd, requestID, status: 'failed', errorCode: 11, msg: 'document not found' })),
    );
    expect(await print(sender, address)).toEqual({ kind: 'not-sent', reason: 'waybill-empty' });
  });

  it('is all that goes there', async () => {
    const { address } = await startPrintClient();
    const context = {
      title: 'job',
      isStatusAsked: true,
      profile: DEFAULT_PROFILE,
      signal: new AbortController().signal,
    };
    const raw = { kind: 'raw', bytes: new Uint8Array(1) } as const;
    expect(await sender.send(address, raw, context)).toEqual({ kind: 'not-sent', reason: 'not-taken' });
  });
});

describe('when the client misbehaves', () => {
  it.each([
    ['silent-after-accept', uncertain('stalled'), 0],
    ['silent-after-print', confirmed, 1],
    ['drop-after-accept', confirmed, 1],
    ['printing-fails', uncertain('fault'), 0],
    ['no-reply', uncertain('stalled'), 0],
    ['printed-only', confirmed, 1],
    ['reply-last', confirmed, 1],
    ['reply-lost', confirmed, 1],
  ] as const)('%s: nothing is printed twice', async (fault, outcome, papers) => {
    const { client, address } = await startPrintClient();
    client.faults.add(fault, 1);
    expect(await print(sender, address)).toEqual(outcome);
    const tasks = client.books().requests.filter((request) => (request as Heard).cmd === 'print');
    expect([tasks.length, client.books().prints.length]).toEqual([1, papers]);
  });

  it('and is gone in the middle, nobody knows', async () => {
    const { client, address } = await startPrintClient();
    client.faults.add('silent-after-accept', 1);
    const printing = print(sender, address, { isStatusAsked: false });
    await expect.poll(() => client.books().tasks.length).toBe(1);
    await client.stop();
    expect(await printing).toEqual(uncertain('closed-early'));
  });

  it('and the app closes, nothing is sent any more, or nobody knows', async () => {
    const { client, address } = await startPrintClient();
    expect(await print(sender, address, { signal: AbortSignal.abort() })).toEqual({
      kind: 'not-sent',
      reason: 'aborted',
    });
    client.faults.add('silent-after-accept', 1);
    const closing = new AbortController();
    const printing = print(sender, address, { signal: closing.signal });
    await expect.poll(() => client.books().tasks.length).toBe(1);
    closing.abort();
    expect(await printing).toEqual(uncertain('aborted'));
  });

  it('and its words come out of order, the last word counts', async () => {
    const address = await startScriptedClient((heard, socket) => {
      const say = (message: object): void => socket.send(JSON.stringify(message));
      if (heard.cmd !== 'print') return say({ cmd: heard.cmd, requestID: heard.requestID, status: 'failed' });
      const { taskID } = heard['task'] as { taskID: string };
      const good = [{ documentID: '78000000000001', status: 'success' }];
      const printed = { cmd: 'notifyPrintResult', taskStatus: 'printed', printStatus: good };
      say({ ...printed, taskID: 'another' });
      socket.send('{');
      socket.send(Buffer.from([1, 2, 3]));
      say({ ...printed, taskId: taskID });
      say({ cmd: 'print', requestID: heard.requestID, taskID, status: 'success', errorCode: 0 });
    });
    expect(await print(sender, address)).toEqual(confirmed);
  });

  it('and answers with a preview nobody asked for, that is no paper', async () => {
    const address = await startScriptedClient(({ cmd, requestID }, socket) => {
      const previewURL = 'http://127.0.0.1:13528/previewTasks/x.pdf';
      socket.send(JSON.stringify({ cmd, requestID, status: 'success', errorCode: 0, previewURL, printStatus: [] }));
    });
    expect(await print(sender, address)).toEqual(uncertain('stalled'));
  });

  it('and chatters without end, somebody stops listening', async () => {
    const address = await startScriptedClient(({ cmd }, socket) => {
      if (cmd !== 'print') return;
      const timer = setInterval(() => socket.send('{"cmd":"notifyTaskResult"}'), 5);
      socket.on('close', () => clearInterval(timer));
    });
    expect(await print(sender, address, { isStatusAsked: false })).toEqual(uncertain('stalled'));
  });

  it('and is something else that listens there, nothing is sent', async () => {
    const server = createServer((_request, response) => response.writeHead(200).end('hello'));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => void server.close());
    const { port } = server.address() as { port: number };
    expect(await print(sender, addressOf(port))).toEqual({ kind: 'not-sent', reason: 'unreachable' });
  });
});

describe('how a printer of the client is', () => {
  const status = (address: Parameters<NonNullable<typeof sender.status>>[0]) =>
    sender.status?.(address, DEFAULT_PROFILE, 300);

  it('is asked of the client', async () => {
    const { client, address } = await startPrintClient();
    const ready = { kind: 'answered', conditions: [], isBusy: false };
    expect(await status(address)).toEqual(ready);
    expect(await status({ ...address, host: 'localhost' })).toEqual(ready);
    expect(await status({ ...address, printer: 'sold' })).toEqual({ kind: 'unreachable', reason: 'not-found' });
    await client.stop();
    expect(await status(address)).toEqual({ kind: 'unreachable', reason: 'refused' });
  });

  it('may be offline, or unsaid', async () => {
    const offline = await startScriptedClient(({ cmd, requestID }, socket) =>
      socket.send(
        JSON.stringify({ cmd, requestID, defaultPrinter: 'P', printers: [{ name: 'P', status: 'disable' }] }),
      ),
    );
    expect(await status(offline)).toEqual({ kind: 'answered', conditions: ['offline'], isBusy: false });
    expect(await print(sender, offline)).toEqual({ kind: 'not-sent', reason: 'offline' });
    expect(await status(await startScriptedClient(() => undefined))).toEqual({ kind: 'silent' });
  });
});
