import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createPrinterFinder } from '../../../../src-main/adapters/printers/discovery/printer-finder.ts';
import { cupsQueue } from '../../../../src-main/adapters/printers/discovery/system-listings.ts';
import { listQueues } from '../../../../src-main/adapters/printers/transports/cups/list-queues.ts';
import type { FoundPrinter } from '../../../../src-main/app/ports/printers.ts';
import { cupsAbsence, startPrivateCups, type PrivateCups } from '../../../support/private-cups.ts';
import { emptyListings } from '../../../unit/adapters/printers/discovery/fake-listings.ts';

const absence = cupsAbsence();
if (absence !== null) console.warn(`finding CUPS queues is not tested: ${absence}`);

describe.skipIf(absence !== null)('queues of a real CUPS', () => {
  let cups: PrivateCups;
  beforeAll(async () => {
    cups = await startPrivateCups();
    await cups.addQueue('plain', 'socket://127.0.0.1:9');
    await cups.addQueue('zebra', 'socket://127.0.0.2:6101', 'drv:///sample.drv/zebra.ppd');
    await cups.addQueue('epl', 'file:///dev/null', 'drv:///sample.drv/zebraep2.ppd');
    await cups.addQueue('laser', 'socket://127.0.0.4', 'drv:///sample.drv/laserjet.ppd');
  }, 60_000);
  afterAll(() => cups?.stop());

  it('are found, each the way it takes', async () => {
    const told: FoundPrinter[] = [];
    const finder = createPrinterFinder({
      ...emptyListings,
      listQueues: async () => (await listQueues({ socketPath: cups.socketPath })).map(cupsQueue),
    });
    const reports = await finder.find(['queues'], (found) => told.push(found), new AbortController().signal);
    expect(reports).toEqual([{ source: 'queues', state: 'done', code: null }]);
    expect(told.map(({ name, key, address, language }) => [name, address.kind, language, key])).toEqual([
      ['laser', 'driver', 'page', 'tcp:127.0.0.4:9100'],
      ['plain', 'queue', null, 'tcp:127.0.0.1:9'],
      ['zebra', 'queue', 'zpl', 'tcp:127.0.0.2:6101'],
    ]);
  });
});
