import type { PrinterAddress } from '../../app/ports/printing.ts';
import type { PrinterRow } from '../../app/ports/store-printing.ts';
import type { Reads, Writes } from '../../app/ports/store.ts';
import {
  MEDIA_TRACKINGS,
  PRINTER_LANGUAGES,
  ROTATIONS,
  type PrinterProfile,
} from '../../core/label/printer-profile.ts';
import type { Connection } from './connection.ts';
import { byKind, flag, id, integer, json, nullable, number, object, oneOf, text } from './decode.ts';
import { rowMapper } from './row-decoder.ts';
import { upsertInto } from './sql-text.ts';

const profile = object<PrinterProfile>({
  language: oneOf(PRINTER_LANGUAGES),
  dpi: oneOf([203, 300, 600]),
  mediaWidthMm: number,
  mediaHeightMm: number,
  gapMm: number,
  mediaTracking: oneOf(MEDIA_TRACKINGS),
  headDots: integer,
  offsetXMm: number,
  offsetYMm: number,
  rotation: oneOf(ROTATIONS),
  density: nullable(number),
  speedIps: nullable(number),
});

const toPrinter = rowMapper<PrinterRow>('printer', 'id', {
  id: id(),
  name: text,
  address: json(byKind<PrinterAddress>({ tcp: { host: text, port: integer } })),
  profile: json(profile),
  isDefault: flag,
  isVirtual: flag,
});

const SAVE = upsertInto('printer', 'id', ['id', 'name', 'address', 'profile', 'is_default', 'is_virtual']);

/** Reading of printers, by name. */
export function printerReads(connection: Connection): Pick<Reads, 'printers'> {
  return { printers: async () => connection.list(toPrinter, 'SELECT * FROM printer ORDER BY name, id') };
}

/** Writing of printers. At most one is the default: naming another takes it from the first. */
export function printerWrites(connection: Connection): Pick<Writes, 'savePrinter' | 'removePrinter'> {
  return {
    savePrinter: async (row) =>
      connection.atomic(() => {
        if (row.isDefault)
          connection.run('UPDATE printer SET is_default = 0 WHERE is_default = 1 AND id <> ?', [row.id]);
        connection.run(SAVE, {
          id: row.id,
          name: row.name,
          address: JSON.stringify(row.address),
          profile: JSON.stringify(row.profile),
          is_default: Number(row.isDefault),
          is_virtual: Number(row.isVirtual),
        });
      }),
    removePrinter: async (printerId) => {
      connection.run('DELETE FROM printer WHERE id = ?', [printerId]);
    },
  };
}
