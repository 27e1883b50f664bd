import { createServer } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createPrinterFinder } from '../../../src-main/adapters/printers/discovery/printer-finder.ts';
import type { FoundPrinter } from '../../../src-main/app/ports/printers.ts';
import { startPrintClient, startScriptedClient } from '../../support/print-client-bench.ts';
import { emptyListings } from '../../unit/adapters/printers/discovery/fake-listings.ts';

async function search(printClientPort: number) {
  const printers: FoundPrinter[] = [];
  const finder = createPrinterFinder({ ...emptyListings, printClientPort });
  const [report] = await finder.find(['print-client'], (one) => printers.push(one), new AbortController().signal);
  return { printers, report, finder };
}

describe('printers of the print client', () => {
  it('are found where it runs, its default first and those without paper never', async () => {
    const { address } = await startPrintClient({ printers: ['菜鸟', 'GP-L80180', 'Fax', 'Microsoft Print to PDF'] });
    const { printers, report, finder } = await search(address.port);
    expect(report).toEqual({ source: 'print-client', state: 'done', code: null });
    expect(printers.map(({ name }) => name)).toEqual(['菜鸟', 'GP-L80180']);
    expect(printers[1]).toEqual({
      key: 'print-client:GP-L80180',
      name: 'GP-L80180',
      source: 'print-client',
      address: { ...address, printer: 'GP-L80180' },
      model: null,
      language: 'page',
      dpi: null,
    });
    const traits = await finder.probe({ ...address, printer: 'GP-L80180' }, new AbortController().signal);
    expect(traits).toBeNull();
  });

  it('are not found where it does not run', async () => {
    const { client, address } = await startPrintClient();
    await client.stop();
    expect((await search(address.port)).report).toEqual({
      source: 'print-client',
      state: 'unavailable',
      code: 'not-running',
    });
  });

  it('are not found where something else listens, or answers with something else', async () => {
    const server = createServer((socket) => socket.end('220 hello\r\n'));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => void server.close());
    expect((await search((server.address() as { port: number }).port)).report?.code).toBe('not-running');
    const odd = await startScriptedClient(({ cmd, requestID }, socket) =>
      socket.send(JSON.stringify({ cmd, requestID, printers: [{ name: 7 }] })),
    );
    expect((await search(odd.port)).report?.code).toBe('no-answer');
  });
});
