import { once } from 'node:events';
import { connect } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import {
  createPrintClient,
  type PrintClientOptions,
  type PrintClientSimulator,
} from '../../../../src-main/demo/cainiao-client/print-client.ts';
import { sealPrintData } from '../../../../src-main/demo/cainiao-client/print-data.ts';

const templateUrl = 'http://cloudprint.cainiao.com/template/standard/290659';
const label = { waybillCode: '78000000000001' };
const printData = sealPrintData(label, templateUrl);

// oxlint-disable-next-line typescript/no-explicit-any -- replies of many shapes
type Message = any;

interface Bench {
  client: PrintClientSimulator;
  url: string;
  /** Everything that came back, oldest first. */
  heard: Message[];
  send(message: unknown): void;
  /** Waits for the first message that fits. */
  hear(fits: (message: Message) => boolean): Promise<Message>;
  ask(cmd: string, extra?: object): Promise<Message>;
  socket: WebSocket;
}

/** The client and Node's own WebSocket, which shares nothing with it. */
async function connected(options: Partial<PrintClientOptions> = {}): Promise<Bench> {
  const client = createPrintClient({ clock: { nowMs: () => 1_000 }, paceMs: 1, ...options });
  const { url } = await client.start();
  onTestFinished(() => client.stop());
  const socket = new WebSocket(url);
  onTestFinished(() => socket.close());
  const heard: Message[] = [];
  const listeners = new Set<() => void>();
  socket.addEventListener('message', (event) => {
    heard.push(JSON.parse(String(event.data)));
    for (const listener of listeners) listener();
  });
  await once(socket, 'open');
  const hear = (fits: (message: Message) => boolean): Promise<Message> =>
    new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error(`only heard ${JSON.stringify(heard)}`)), 2_000);
      const look = (): void => {
        const found = heard.find(fits);
        if (found === undefined) return;
        clearTimeout(timer);
        listeners.delete(look);
        resolve(found);
      };
      listeners.add(look);
      look();
    });
  const send = (message: unknown): void => socket.send(JSON.stringify(message));
  let serial = 0;
  const ask = (cmd: string, extra: object = {}): Promise<Message> => {
    serial += 1;
    const requestID = `r${serial}`;
    send({ cmd, requestID, version: '1.0', ...extra });
    return hear((message) => message.requestID === requestID);
  };
  return { client, url, heard, send, hear, ask, socket };
}

function task(change: object = {}): { task: object } {
  const documents = [{ documentID: 'd1', contents: [printData] }];
  return { task: { taskID: 't1', preview: false, printer: '', documents, ...change } };
}

const isEnd = (message: Message): boolean => message.cmd === 'notifyTaskResult' && message.taskStatus !== 'initial';

describe('questions', () => {
  it('lists the printers', async () => {
    const bench = await connected({ printers: ['GP-L80180 Series', 'Fax'] });
    expect(await bench.ask('getPrinters')).toEqual({
      cmd: 'getPrinters',
      requestID: 'r1',
      status: 'success',
      msg: 'no error',
      errorCode: 0,
      defaultPrinter: 'GP-L80180 Series',
      printers: [
        { name: 'GP-L80180 Series', status: 'enable', type: 'RAW' },
        { name: 'Fax', status: 'enable', type: 'RAW' },
      ],
    });
  });

  it('tells and takes the set-up of a printer', async () => {
    const bench = await connected({ printers: ['P'] });
    const { printer } = await bench.ask('getPrinterConfig', { printer: 'P' });
    expect(printer).toEqual({
      name: 'P',
      needTopLogo: true,
      needBottomLogo: false,
      horizontalOffset: 0,
      verticalOffset: 0,
      forceNoPageMargins: true,
      autoPageSize: false,
      orientation: 0,
      autoOrientation: false,
      paperSize: { width: 100, height: 180 },
    });
    expect((await bench.ask('setPrinterConfig', { printer: { name: 'P', horizontalOffset: 1.5 } })).status).toBe(
      'success',
    );
    expect((await bench.ask('printerConfig', { printer: 'P' })).printer).toEqual({ ...printer, horizontalOffset: 1.5 });
    expect(await bench.ask('getPrinterConfig', { printer: 'Q' })).toMatchObject({ status: 'failed', errorCode: 10 });
  });

  it('tells its version and its notices', async () => {
    const bench = await connected({ version: '2.0.1' });
    expect((await bench.ask('getAgentInfo')).version).toBe('2.0.1');
    await bench.ask('setGlobalConfig', { notifyOnTaskFailure: false });
    expect((await bench.ask('getGlobalConfig')).notifyOnTaskFailure).toBe(false);
  });

  it.each([
    [{ cmd: 'fly', requestID: '1', version: '1.0' }],
    [{ cmd: 'getPrinters', requestID: '1' }],
    [{ cmd: 'getPrinters', requestID: '1', version: '2.0' }],
    [{ cmd: 'getPrinters', requestID: '1', version: '1.0', more: 1 }],
    [{ cmd: 'print', requestID: '1', version: '1.0', task: { taskId: 't' } }],
  ])('refuses %o', async (message) => {
    const bench = await connected();
    bench.send(message);
    const reply = await bench.hear(() => true);
    expect(reply).toMatchObject({ cmd: message.cmd, requestID: '1', status: 'failed' });
    expect(bench.client.books().refused).toHaveLength(1);
  });

  it('survives what is no JSON', async () => {
    const bench = await connected();
    bench.socket.send('{');
    expect((await bench.hear(() => true)).status).toBe('failed');
    expect((await bench.ask('getPrinters')).status).toBe('success');
  });
});

describe('a print task', () => {
  it('goes through the observed sequence', async () => {
    const bench = await connected();
    bench.send({ cmd: 'print', requestID: 'x', version: '1.0', ...task() });
    await bench.hear(isEnd);
    const steps = bench.heard.map((message) => [
      message.cmd,
      message.taskStatus ?? message.docStatus ?? message.status,
    ]);
    expect(steps).toEqual([
      ['notifyTaskResult', 'initial'],
      ['print', 'success'],
      ['notifyDocResult', 'rendered'],
      ['notifyPrintResult', 'rendered'],
      ['notifyDocResult', 'printed'],
      ['notifyPrintResult', 'printed'],
      ['notifyTaskResult', 'completeSuccess'],
    ]);
    expect(bench.heard[0]).toMatchObject({ taskId: 't1' });
    expect(bench.heard[1]).toEqual({
      cmd: 'print',
      requestID: 'x',
      taskID: 't1',
      status: 'success',
      msg: 'no error',
      errorCode: 0,
    });
    expect(bench.heard[5]).toMatchObject({
      taskID: 't1',
      printer: '菜鸟面单打印机',
      printStatus: [{ documentID: 'd1', status: 'success', msg: '', detail: '' }],
    });
    expect(bench.client.books().prints).toMatchObject([{ documentId: 'd1', label, templateUrl }]);
    expect((await bench.ask('getTaskStatus', { taskID: ['t1', 'never'] })).printStatus).toEqual([
      { taskID: 't1', detailStatus: [{ documentID: 'd1', status: 'success', msg: '', printer: '菜鸟面单打印机' }] },
      { taskID: 'never', detailStatus: [] },
    ]);
  });

  it('prints the good documents of several and tells of the bad one', async () => {
    const bench = await connected();
    const altered = { ...printData, encryptedData: printData.encryptedData.replace('AES:', 'DES:') };
    const documents = [
      { documentID: 'd1', contents: [printData] },
      { documentID: 'd2', contents: [altered] },
    ];
    bench.send({ cmd: 'print', requestID: 'x', version: '1.0', ...task({ documents }) });
    expect((await bench.hear(isEnd)).taskStatus).toBe('completeFailure');
    expect(bench.heard.find((message) => message.documentID === 'd2')).toMatchObject({
      cmd: 'notifyDocResult',
      docStatus: 'rendered',
      status: 'failed',
      code: 40,
      detail: 'Unknown encryption type.',
    });
    expect(bench.heard.find((message) => message.cmd === 'notifyPrintResult')).toMatchObject({
      taskStatus: 'failed',
      printStatus: [
        { documentID: 'd1', status: 'success' },
        { documentID: 'd2', status: 'failed' },
      ],
    });
    expect(bench.client.books().prints.map((print) => print.documentId)).toEqual(['d1']);
  });

  it('prints again when it is told again: the app has to take care', async () => {
    const bench = await connected();
    await bench.ask('print', task());
    await bench.ask('print', task());
    await bench.hear((message) => isEnd(message) && bench.client.books().prints.length === 2);
  });

  it('without documents or printer is refused', async () => {
    const bench = await connected();
    expect(await bench.ask('print', task({ documents: [] }))).toMatchObject({
      status: 'failed',
      errorCode: 11,
      msg: 'document not found',
    });
    expect(await bench.ask('print', task({ printer: 'nowhere' }))).toMatchObject({ status: 'failed', errorCode: 10 });
    expect(bench.client.books().prints).toEqual([]);
  });

  it.each([
    ['pdf', 'previewURL'],
    ['image', 'previewImage'],
  ])('for a preview as %s says where to look and prints nothing', async (previewType, field) => {
    const bench = await connected();
    bench.send({ cmd: 'print', requestID: 'x', version: '1.0', ...task({ preview: true, previewType }) });
    const second = await bench.hear((message) => message.cmd === 'print' && field in message);
    expect(second).toMatchObject({ requestID: 'x', status: 'success' });
    expect(bench.heard.some((message) => message.cmd === 'notifyPrintResult')).toBe(false);
    expect(bench.client.books().prints).toEqual([]);
  });
});

describe('faults', () => {
  it('takes a task and falls silent: only getTaskStatus knows', async () => {
    const bench = await connected();
    bench.client.faults.add('silent-after-accept', 1);
    expect((await bench.ask('print', task())).status).toBe('success');
    const { printStatus } = await bench.ask('getTaskStatus', { taskID: ['t1'] });
    expect(printStatus[0].detailStatus[0].status).toBe('pending');
    expect(bench.client.books().prints).toEqual([]);
  });

  it('prints and says nothing', async () => {
    const bench = await connected();
    bench.client.faults.add('silent-after-print', 1);
    await bench.ask('print', task());
    await expect.poll(() => bench.client.books().prints.length).toBe(1);
    expect((await bench.ask('getTaskStatus', { taskID: ['t1'] })).printStatus[0].detailStatus[0].status).toBe(
      'success',
    );
    expect(bench.heard.some((message) => message.cmd === 'notifyPrintResult')).toBe(false);
  });

  it('cuts the line and goes on printing', async () => {
    const bench = await connected();
    bench.client.faults.add('drop-after-accept', 1);
    const closed = once(bench.socket, 'close');
    bench.send({ cmd: 'print', requestID: 'x', version: '1.0', ...task() });
    await closed;
    await expect.poll(() => bench.client.books().prints.length).toBe(1);
  });

  it('is out of paper', async () => {
    const bench = await connected();
    bench.client.faults.add('printing-fails', 1);
    await bench.ask('print', task());
    await bench.hear(isEnd);
    expect(bench.heard.find((message) => message.taskStatus === 'failed')).toMatchObject({
      printStatus: [{ status: 'failed', msg: 'out of paper' }],
    });
  });

  it('leaves the first notice away, as some captures show', async () => {
    const bench = await connected();
    bench.client.faults.add('printed-only');
    await bench.ask('print', task());
    await bench.hear(isEnd);
    expect(
      bench.heard.filter((message) => message.cmd === 'notifyPrintResult').map((message) => message.taskStatus),
    ).toEqual(['printed']);
  });

  it.each([
    ['reply-last', true],
    ['reply-lost', false],
  ] as const)('%s: it prints before it says that it took the task', async (fault, isSaid) => {
    const bench = await connected();
    bench.client.faults.add(fault, 1);
    bench.send({ cmd: 'print', requestID: 'x', version: '1.0', ...task() });
    await bench.hear(isEnd);
    if (isSaid) await bench.hear((message) => message.cmd === 'print');
    expect(bench.heard.map((message) => message.cmd).indexOf('print')).toBe(isSaid ? bench.heard.length - 1 : -1);
    expect(bench.client.books().prints).toHaveLength(1);
  });

  it('can be closed and opened again, its books kept', async () => {
    const bench = await connected();
    await bench.ask('print', task());
    await bench.hear(isEnd);
    const closed = once(bench.socket, 'close');
    await bench.client.stop();
    await closed;
    await bench.client.start(Number(new URL(bench.url).port));
    expect(bench.client.books().prints).toHaveLength(1);
  });
});

describe('the line itself', () => {
  /** Bytes after a good handshake; everything that comes back until the end. */
  async function raw(bytes: Uint8Array, hello = goodHello): Promise<Buffer> {
    const { url } = await connected();
    const socket = connect(Number(new URL(url).port), '127.0.0.1', () =>
      socket.write(Buffer.concat([Buffer.from(hello), bytes])),
    );
    const parts: Buffer[] = [];
    socket.on('data', (part: Buffer) => parts.push(part));
    await once(socket, 'close');
    return Buffer.concat(parts);
  }

  const goodHello =
    'GET / HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n';

  const masked = (first: number, payload: Buffer): Buffer =>
    Buffer.concat([Buffer.from([first, 0x80 | payload.length, 0, 0, 0, 0]), payload]);

  it.each([
    ['an unmasked frame', Buffer.from('810548656c6c6f', 'hex'), 1002],
    ['binary', masked(0x82, Buffer.from('x')), 1003],
    ['text that is not UTF-8', masked(0x81, Buffer.from([0xff])), 1007],
    ['a continuation of nothing', masked(0x80, Buffer.from('x')), 1002],
    [
      'a message inside a message',
      Buffer.concat([masked(0x01, Buffer.from('x')), masked(0x81, Buffer.from('y'))]),
      1002,
    ],
    ['a close frame of one byte', masked(0x88, Buffer.from('x')), 1002],
    ['a close code that nobody may send', masked(0x88, Buffer.from([0x03, 0xed])), 1002],
    ['a good close', masked(0x88, Buffer.from([0x03, 0xe8])), 1000],
  ])('%s ends it with a code', async (_name, bytes, code) => {
    const heard = await raw(bytes);
    const frame = heard.subarray(heard.indexOf('\r\n\r\n') + 4);
    expect([frame[0], frame.readUInt16BE(2)]).toEqual([0x88, code]);
  });

  it('answers a ping between the parts of a message, and the message', async () => {
    const question = Buffer.from('{"cmd":"getPrinters","requestID":"r","version":"1.0"}');
    const parts = [
      masked(0x01, question.subarray(0, 9)),
      masked(0x89, Buffer.from('hi')),
      masked(0x80, question.subarray(9)),
      masked(0x88, Buffer.alloc(0)),
    ];
    const heard = (await raw(Buffer.concat(parts))).toString('latin1');
    expect(heard).toContain('\u008a\u0002hi');
    expect(heard).toContain('"requestID":"r","status":"success"');
  });

  it('speaks nothing but WebSocket', async () => {
    const { url } = await connected();
    expect((await fetch(url.replace('ws:', 'http:'))).status).toBe(426);
    expect((await raw(Buffer.alloc(0), goodHello.replace('13', '8'))).toString()).toMatch(/^HTTP\/1\.1 426 /u);
  });
});
