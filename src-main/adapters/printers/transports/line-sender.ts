import type { AddressKind, AddressOf, Sender } from './sender.ts';
import { statusDialect } from '../status/dialects.ts';
import { SilentPrinters } from '../status/silent-printers.ts';
import { askOverLine, sendOverLine } from './line-job.ts';
import { LineFault, type Line } from './line.ts';
import { LINE_TIMING, type LineTiming } from './timing.ts';

export interface LineSenderParts<Kind extends AddressKind> {
  /** Throws LineFault when the device cannot be had. */
  open(address: AddressOf<Kind>): Promise<Line>;
  keyOf(address: AddressOf<Kind>): string;
  /** How much is handed over at once. */
  chunkBytes(address: AddressOf<Kind>): number;
  readonly timing?: Partial<LineTiming>;
}

/** Raw bytes over a line that is opened for each job and closed behind it, so that other programs get their turn. */
export function createLineSender<Kind extends AddressKind>(parts: LineSenderParts<Kind>): Sender<Kind> {
  const timing = { ...LINE_TIMING, ...parts.timing };
  const silent = new SilentPrinters();
  return {
    send: async (address, payload, { profile, isStatusAsked, signal }) => {
      if (payload.kind !== 'raw') return { kind: 'not-sent', reason: 'not-taken' };
      const key = parts.keyOf(address);
      try {
        const line = await parts.open(address);
        return await sendOverLine(line, payload.bytes, {
          timing,
          chunkBytes: parts.chunkBytes(address),
          dialect: statusDialect(profile.language),
          isAsked: isStatusAsked && silent.isWorthAsking(key),
          signal,
          noteAnswer: (hasAnswered) => silent.note(key, hasAnswered),
        });
      } catch (error) {
        if (error instanceof LineFault) return { kind: 'not-sent', reason: error.reason };
        throw error;
      }
    },
    status: async (address, profile, limitMs) => {
      try {
        const line = await parts.open(address);
        const status = await askOverLine(line, statusDialect(profile.language), limitMs);
        if (status.kind !== 'unreachable') silent.note(parts.keyOf(address), status.kind === 'answered');
        return status;
      } catch (error) {
        return { kind: 'unreachable', reason: error instanceof LineFault ? error.reason : 'unreachable' };
      }
    },
  };
}
