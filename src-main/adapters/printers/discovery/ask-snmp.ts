import { createSocket } from 'node:dgram';
import { familyOf, type PrinterFamily, type PrinterWords } from '../../../core/label/printer-families.ts';
import { readDeviceId } from '../transports/usb/device-id.ts';
import { cleanText } from './clean-text.ts';
import { encodeGet, readAnswer } from './snmp-message.ts';

/** What a network interface says without a byte reaching the printer behind it. */
export interface SnmpIdentity {
  readonly words: PrinterWords;
  readonly family: PrinterFamily | null;
  /** It has a printer's own objects (RFC 3805, PWG 5107.1), so it is one and no computer that passes bytes on. */
  readonly isPrinter: boolean;
}

/** sysDescr (RFC 3418), prtGeneralPrinterName (RFC 3805), ppmPrinterIEEE1284DeviceId (PWG 5107.1). */
const OBJECTS = {
  description: [1, 3, 6, 1, 2, 1, 1, 1, 0],
  printerName: [1, 3, 6, 1, 2, 1, 43, 5, 1, 1, 16, 1],
  deviceId: [1, 3, 6, 1, 4, 1, 2699, 1, 2, 1, 2, 1, 1, 3, 1],
} as const;
const NAMES = ['description', 'printerName', 'deviceId'] as const;

/** Asks by SNMP version 1, at most `limitMs`. Null: no answer. Never rejects. */
export function askSnmp(
  host: string,
  port: number,
  limitMs: number,
  signal: AbortSignal,
): Promise<SnmpIdentity | null> {
  return new Promise((resolve) => {
    const answers = new Map<number, string | null>();
    const socket = createSocket('udp4');
    let isEnded = false;
    const end = (): void => {
      if (isEnded) return;
      isEnded = true;
      clearTimeout(timer);
      signal.removeEventListener('abort', end);
      socket.close();
      resolve(answers.size === 0 ? null : identityOf(NAMES.map((_, index) => answers.get(index + 1) ?? null)));
    };
    const timer = setTimeout(end, limitMs);
    signal.addEventListener('abort', end, { once: true });
    socket.once('error', end);
    socket.on('message', (message) => {
      const answer = readAnswer(message);
      if (answer === null || answer.requestId < 1 || answer.requestId > NAMES.length) return;
      answers.set(answer.requestId, answer.text);
      if (answers.size === NAMES.length) end();
    });
    // Connected, so that only this host is heard, and a closed port is told at once.
    socket.connect(port, host, (error?: Error) => {
      if (error) return end();
      NAMES.forEach((name, index) => socket.send(encodeGet(index + 1, OBJECTS[name]), () => undefined));
    });
  });
}

function identityOf([description, printerName, deviceId]: readonly (string | null)[]): SnmpIdentity {
  const id = deviceId ? readDeviceId(deviceId) : null;
  const model = id?.model ?? cleanText(printerName ?? '') ?? cleanText(description ?? '');
  const words: PrinterWords = { maker: id?.maker ?? null, model, commands: id?.commands ?? null };
  const named = familyOf(words) ?? familyOf({ maker: null, model: cleanText(description ?? ''), commands: null });
  return { words, family: named, isPrinter: Boolean(deviceId) || Boolean(printerName) };
}
