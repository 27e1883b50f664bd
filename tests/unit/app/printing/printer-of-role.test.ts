import { describe, expect, it } from 'vitest';
import type { PrinterAddress } from '../../../../src-main/app/ports/printers.ts';
import type { PrinterRole, PrinterRow } from '../../../../src-main/app/ports/store-printing.ts';
import { labelPrinterId, printerForLabel, printerOfRole } from '../../../../src-main/app/printing/printer-of-role.ts';
import { LABEL_KINDS } from '../../../../src-main/core/label/label-kind.ts';
import { DEFAULT_PROFILE } from '../../../../src-main/core/label/printer-profile.ts';
import type { LabelId, PrinterId } from '../../../../src-main/core/shared/ids.ts';

function printer(id: string, address: PrinterAddress, roles: readonly PrinterRole[] = []): PrinterRow {
  return { id: id as PrinterId, name: id, address, profile: DEFAULT_PROFILE, roles, isVirtual: false };
}
const client = (id: string, roles: readonly PrinterRole[] = []) =>
  printer(id, { kind: 'print-client', host: '127.0.0.1', port: 13_528, printer: id }, roles);
const desk = printer('desk', { kind: 'queue', name: 'desk' }, ['label']);
const spare = printer('spare', { kind: 'folder', path: '/labels' });
const waybills = client('waybills', ['waybill']);
const other = client('other');

describe('the printer of a label', () => {
  it('draws waybills and nothing else, or everything but waybills', () => {
    const all = [other, spare, desk, waybills];
    for (const kind of LABEL_KINDS) {
      const own = kind === 'cainiao' ? waybills : desk;
      for (const meant of [null, ...all.map(({ id }) => id)]) {
        const found = printerForLabel(all, kind, meant);
        expect(found?.address.kind === 'print-client').toBe(kind === 'cainiao');
        if (meant === null) expect(found).toBe(own);
      }
    }
    expect(printerForLabel(all, 'pdf', spare.id)).toBe(spare);
    expect(printerForLabel(all, 'cainiao', other.id)).toBe(other);
  });

  it('is any that can rather than none', () => {
    expect(printerOfRole([other, spare], 'label')).toBe(spare);
    expect(printerOfRole([spare, other], 'waybill')).toBe(other);
    expect(printerOfRole([spare, other], 'slip')).toBeNull();
    expect(printerForLabel([desk], 'cainiao')).toBeNull();
    expect(printerForLabel([waybills], 'pdf')).toBeNull();
  });

  it('is not known before the label is there', () => {
    expect(printerForLabel([waybills, desk], null)).toBe(desk);
    expect(printerForLabel([waybills], null)).toBe(waybills);
    expect(printerForLabel([desk, spare], null, spare.id)).toBe(spare);
  });

  it('that is missing is named', async () => {
    const reads = { printers: async () => [desk], labelKind: async () => 'cainiao' as const };
    await expect(labelPrinterId(reads, 'l' as LabelId)).rejects.toMatchObject({
      code: 'printer-missing',
      params: { role: 'waybill' },
    });
    expect(await labelPrinterId({ ...reads, labelKind: async () => 'zpl' }, 'l' as LabelId)).toBe(desk.id);
  });
});
