import type { PrinterTraits } from '../../../app/ports/printers.ts';
import { familyOf } from '../../../core/label/printer-families.ts';
import type { PrinterLanguage } from '../../../core/label/printer-profile.ts';
import type { Conversation } from './conversation.ts';
import { cleanText } from './clean-text.ts';

const latin = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'latin1'));

/** ESC/POS: DLE EOT 1, real-time status. */
const STATUS_ESCPOS = latin('\x10\x04\x01');
/** ESC/POS: GS I 67, name of the model. */
const MODEL_ESCPOS = latin('\x1dIC');
/** TSPL: status, and the name of the model. */
const STATUS_TSPL = latin('\x1b!?');
/** On a line of its own: what other languages' questions left would stand before it. */
const MODEL_TSPL = latin('\r\n~!T');
/** CPCL: version of the firmware; the NUL makes it ESC/POS's "do not turn letters". */
const VERSION_CPCL = latin('\x1bV\0');
/** ZPL: Host Identification. */
const IDENTITY_ZPL = latin('~HI');
const ESCPOS_FORGET = '\x1b@';
const LINE_END = '\r\n';

const ANSWER_MS = 400;

/**
 * Finds out what a printer speaks by asking, in an order in which no printer prints a letter:
 *
 * 1. DLE EOT 1 (ESC/POS) has no byte that any language prints. An ESC/POS printer answers at once, and nothing else is
 *    sent to it. Label languages take control bytes outside of a command for nothing, or for a line they do not know.
 * 2. ESC ! ? (TSPL). To a deaf ESC/POS printer it is "choose a print mode", without paper; step 5 takes it back.
 * 3. ESC V NUL (CPCL). To ESC/POS it is "do not turn letters". CPCL printers print lines they do not know as text, so they
 *    must be found before step 4.
 * 4. ~HI (ZPL) are letters to ESC/POS. They only wait in its line, for no line end is sent, and step 5 drops them.
 * 5. ESC @ empties an ESC/POS printer's line before CR LF ends it: at worst a blank line is fed. In TSPL and EPL the CR LF
 *    ends the unknown line, which would otherwise spoil the first line of the next job.
 *
 * EPL printers have no such question and stay unknown, as do the many TSPL clones that answer nothing (printing.md §2).
 * Null: nothing was said.
 */
export async function askInTurn(conversation: Conversation): Promise<PrinterTraits | null> {
  const escpos = await conversation.ask(STATUS_ESCPOS, isEscposStatus, ANSWER_MS);
  if (isEscposStatus(escpos)) return detailsOf(conversation, 'escpos');
  const tspl = await conversation.ask(STATUS_TSPL, isTsplStatus, ANSWER_MS);
  if (isTsplStatus(tspl)) return detailsOf(conversation, 'tspl');
  const cpcl = await conversation.ask(VERSION_CPCL, isVersion, ANSWER_MS);
  if (isVersion(cpcl)) return traits('cpcl', null, null);
  const traitsOfZpl = await detailsOf(conversation, 'zpl');
  if (traitsOfZpl.model !== null) return traitsOfZpl;
  await conversation.tell(latin(ESCPOS_FORGET + LINE_END));
  return null;
}

/** Asks a printer whose language is certain for its model and resolution. */
export async function detailsOf(conversation: Conversation, language: PrinterLanguage): Promise<PrinterTraits> {
  switch (language) {
    case 'zpl': {
      const identity = readIdentity(
        await conversation.ask(IDENTITY_ZPL, (bytes) => readIdentity(bytes) !== null, ANSWER_MS),
      );
      return identity ?? traits('zpl', null, null);
    }
    case 'tspl': {
      const answer = await conversation.ask(
        MODEL_TSPL,
        (bytes) => bytes.includes(0x0d) || bytes.includes(0x0a),
        ANSWER_MS,
      );
      // Firmware that does not know the question has a line begun with it.
      await conversation.tell(latin(LINE_END));
      return traits('tspl', cleanText(text(answer)), null);
    }
    case 'escpos': {
      const answer = await conversation.ask(MODEL_ESCPOS, (bytes) => bytes.includes(0), ANSWER_MS);
      const [, model] = /_([^\0]{1,80})\0/.exec(text(answer)) ?? [];
      return traits('escpos', cleanText(model ?? ''), null);
    }
    case 'epl':
    case 'cpcl':
    case 'page':
      return traits(language, null, null);
  }
}

function traits(language: PrinterLanguage, model: string | null, dpi: PrinterTraits['dpi']): PrinterTraits {
  return { language, model, dpi: dpi ?? familyOf({ maker: null, model, commands: null })?.dpi ?? null };
}

const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');

/** One byte with its four fixed bits (ESC/POS Command Reference, DLE EOT). */
function isEscposStatus(bytes: Uint8Array): boolean {
  return bytes.length === 1 && ((bytes[0] ?? 0) & 0x93) === 0x12;
}

/** One byte that is a code of the manual's table, 07 of some clones included. */
function isTsplStatus(bytes: Uint8Array): boolean {
  const [code = 0xff] = bytes;
  return bytes.length === 1 && (code <= 0x0d || code === 0x10 || code === 0x20 || code === 0x80);
}

/** A few printable signs and a NUL. */
function isVersion(bytes: Uint8Array): boolean {
  return /^[\x20-\x7e]{2,40}\0/.test(text(bytes));
}

/** Dots a millimetre, as ~HI gives them (ZPL II Programming Guide, ~HI). */
const DPI_OF_DOTS: Readonly<Record<string, PrinterTraits['dpi']>> = { 8: 203, 12: 300, 24: 600 };

/** STX model,version,dots a millimetre,memory,… ETX */
function readIdentity(bytes: Uint8Array): PrinterTraits | null {
  const [, model, , dots] = /\x02([^,\x02\x03]{1,80}),([^,\x02\x03]*),(\d{1,3})[,\x03]/.exec(text(bytes)) ?? [];
  if (model === undefined || dots === undefined) return null;
  return traits('zpl', cleanText(model), DPI_OF_DOTS[dots] ?? null);
}
