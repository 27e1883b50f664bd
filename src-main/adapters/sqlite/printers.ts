import { PRINT_CLIENT_HOSTS, type PrinterAddress } from '../../app/ports/printers.ts';
import { PRINTER_ROLES, type PrinterRow } from '../../app/ports/store-printing.ts';
import type { Reads, Writes } from '../../app/ports/store.ts';
import {
  CUTS,
  MEDIA_TRACKINGS,
  PRINTER_LANGUAGES,
  PRINTER_QUIRKS,
  ROTATIONS,
  type PrinterProfile,
} from '../../core/label/printer-profile.ts';
import type { Connection } from './connection.ts';
import { byKind, flag, id, integer, json, list, nullable, number, object, oneOf, text } from './decode.ts';
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
  feedScale: number,
  inkThreshold: integer,
  cut: oneOf(CUTS),
  quirks: list(oneOf(PRINTER_QUIRKS)),
  density: nullable(number),
  speedIps: nullable(number),
});

const address = byKind<PrinterAddress>({
  tcp: { host: text, port: integer },
  queue: { name: text },
  driver: { name: text },
  usb: { device: text },
  serial: { path: text, baudRate: integer },
  folder: { path: text },
  'print-client': { host: oneOf(PRINT_CLIENT_HOSTS), port: integer, printer: text },
});

const toPrinter = rowMapper<PrinterRow>('printer', 'id', {
  id: id(),
  name: text,
  address: json(address),
  profile: json(profile),
  roles: json(list(oneOf(PRINTER_ROLES))),
  isVirtual: flag,
});

const PRINTERS = `SELECT printer.*,
    (SELECT json_group_array(role ORDER BY role) FROM printer_role WHERE printer_id = printer.id) AS roles
  FROM printer ORDER BY name, id`;
const SAVE = upsertInto('printer', 'id', ['id', 'name', 'address', 'profile', 'is_virtual']);
const DROP_ROLES = 'DELETE FROM printer_role WHERE printer_id = ?';
const TAKE_ROLE = upsertInto('printer_role', 'role', ['role', 'printer_id']);

/** Reading of printers, by name; roles by theirs. */
export function printerReads(connection: Connection): Pick<Reads, 'printers'> {
  return { printers: async () => connection.list(toPrinter, PRINTERS) };
}

/** Writing of printers. A role belongs to one at most: giving it to another takes it from the first. */
export function printerWrites(connection: Connection): Pick<Writes, 'savePrinter' | 'removePrinter'> {
  return {
    savePrinter: async (row) =>
      connection.atomic(() => {
        connection.run(SAVE, {
          id: row.id,
          name: row.name,
          address: JSON.stringify(row.address),
          profile: JSON.stringify(row.profile),
          is_virtual: Number(row.isVirtual),
        });
        connection.run(DROP_ROLES, [row.id]);
        for (const role of row.roles) connection.run(TAKE_ROLE, { role, printer_id: row.id });
      }),
    removePrinter: async (printerId) => {
      connection.run('DELETE FROM printer WHERE id = ?', [printerId]);
    },
  };
}
