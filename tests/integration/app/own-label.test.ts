import { describe, expect, it } from 'vitest';
import { makeOwnLabel, readSender, saveSender } from '../../../src-main/app/labels/make-own-label.ts';
import { PreparedLabels } from '../../../src-main/app/printing/prepared-labels.ts';
import type { MethodInput } from '../../../src-main/contract/index.ts';
import type { OrderId } from '../../../src-main/core/shared/ids.ts';
import { slipDesk, type SlipDesk } from '../../support/slip-desk.ts';
import { KOREAN } from '../../support/sample-labels.ts';

const STEPS = ['confirm', 'push-tracking'] as const;
const input = (
  orderId: string,
  change: Partial<MethodInput<'labels.makeOwn'>> = {},
): MethodInput<'labels.makeOwn'> => ({
  orderId,
  size: '100x150',
  carrier: 'China Post',
  service: 'ePacket',
  trackingNumber: 'LN 156 947 362 CN',
  symbol: 'code128',
  hasItems: true,
  note: '',
  ...change,
});

const make = (desk: SlipDesk, wish: MethodInput<'labels.makeOwn'>) =>
  makeOwnLabel(desk.deps, new PreparedLabels(desk.deps.rasteriser), wish);
const codeOf = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => 'made',
    (error: { code: string; params: { code?: string } }) => error.params.code ?? error.code,
  );

describe('our own label', () => {
  it('is drawn, kept on the parcel with its number, and reads back', async () => {
    const desk = await slipDesk();
    await desk.addPrinter('label', ['label']);
    const id = await desk.addOrder(1, { facts: { address: KOREAN, steps: STEPS } });
    const { labelId } = await make(desk, input(id));
    const order = await desk.store.read.order(id);
    expect(order!.work.parcels).toMatchObject([{ labelId, trackingNumber: 'LN156947362CN', carrier: 'China Post' }]);
    const label = await desk.store.read.label(order!.work.parcels[0]!.labelId!);
    expect(label).toMatchObject({ source: 'own', document: { kind: 'pdf' } });
    const codes = await desk.deps.rasteriser.readBarcodes(label!.document);
    expect(codes.map((code) => code.text)).toContain('LN156947362CN');
    expect(desk.events).toContain('orders.changed');
  });

  it('made again with the same number replaces the label', async () => {
    const desk = await slipDesk();
    const id = await desk.addOrder(1, { facts: { address: KOREAN, steps: STEPS } });
    await make(desk, input(id));
    const second = await make(desk, input(id, { size: '100x100', note: 'second' }));
    const order = await desk.store.read.order(id);
    expect(order!.work.parcels).toMatchObject([{ labelId: second.labelId, trackingNumber: 'LN156947362CN' }]);
  });

  it('stands alone where the platform gives the number', async () => {
    const desk = await slipDesk();
    const id = await desk.addOrder(1, { facts: { address: KOREAN, steps: ['confirm'] } });
    const { labelId } = await make(desk, input(id));
    const order = await desk.store.read.order(id);
    expect(order!.work.parcels).toMatchObject([{ labelId, trackingNumber: null }]);
  });

  it('is refused with the reason, and nothing is kept', async () => {
    const desk = await slipDesk();
    const facts = { address: KOREAN, steps: STEPS };
    const id = await desk.addOrder(1, { facts });
    const hidden = await desk.addOrder(2, { facts: { ...facts, address: null } });
    const starred = await desk.addOrder(3, { facts: { ...facts, address: { ...KOREAN, name: '김**' } } });
    const empty = await desk.addOrder(4, { facts: { ...facts, address: { ...KOREAN, lines: [' '] } } });
    for (const masked of [hidden, starred, empty])
      expect(await codeOf(make(desk, input(masked)))).toBe('address-missing');
    expect(await codeOf(make(desk, input('gone')))).toBe('not-found');
    expect(await codeOf(make(desk, input(id, { trackingNumber: 'LN156947361CN' })))).toBe('tracking-invalid');
    expect(await codeOf(make(desk, input(id, { trackingNumber: '(00)123456789012345670' })))).toBe(
      'barcode-check-digit',
    );
    const long = input(id, { trackingNumber: 'AB12-CD34-EF56-GH78-JK90-LM12-NP34-QR56' });
    expect(await codeOf(make(desk, { ...long, size: '100x100' }))).toBe('barcode-too-long');
    for (const order of [id, hidden, starred, empty])
      expect(await desk.store.read.latestLabel(order as OrderId)).toBeNull();
  });
});

describe('the sender', () => {
  it('is kept, and empty while there is none or what is kept cannot be read', async () => {
    const desk = await slipDesk();
    expect(await readSender(desk.deps)).toMatchObject({ name: '', lines: [] });
    const sender = {
      name: '李小梅',
      company: 'Moonlight',
      phone: '+86 138',
      lines: ['福田街道 18 号'],
      city: '义乌',
      region: '浙江',
      postcode: '322000',
      country: 'CN',
    };
    await saveSender(desk.deps, sender);
    expect(await readSender(desk.deps)).toEqual(sender);
    await desk.store.write((tx) => tx.saveSetting('sender', '{"name": 5'));
    expect(await readSender(desk.deps)).toMatchObject({ name: '', lines: [] });
  });
});
