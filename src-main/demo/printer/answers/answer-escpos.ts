import type { Trouble } from '../faults.ts';
import { isHeld } from '../faults.ts';
import type { PrinterNews } from './answer.ts';

/** Bits 1 and 4 are always set, 0 and 7 never: so an answer is told from other bytes. */
const FIXED = 0x12;

/** ESC/POS Command Reference: DLE EOT n (real-time status), GS r n (paper sensor), GS I n (printer ID). */
export function answerEscpos(query: string, { conditions, identity }: PrinterNews): string | null {
  const number = query.charCodeAt(query.length - 1);
  if (query.startsWith('\x10\x04')) return realTime(number, conditions);
  if (query.startsWith('\x1dr')) return number === 1 || number === 49 ? String.fromCharCode(paper(conditions)) : null;
  const texts: Readonly<Record<number, string>> = {
    65: identity.firmware,
    66: 'Chudan',
    67: identity.model,
    68: identity.serial,
  };
  const text = texts[number];
  return text === undefined ? null : `_${text}\0`;
}

function realTime(number: number, conditions: readonly Trouble[]): string | null {
  const has = (trouble: Trouble, bits: number): number => (conditions.includes(trouble) ? bits : 0);
  const bits = [
    isHeld(conditions) ? 0x08 : 0,
    has('head-open', 0x04) | has('paper-out', 0x20) | has('fault', 0x40) | has('jam', 0x40) | has('cutter-fault', 0x40),
    has('cutter-fault', 0x08) | has('fault', 0x20) | has('jam', 0x20) | has('overheated', 0x40),
    has('paper-low', 0x0c) | has('paper-out', 0x6c),
  ][number - 1];
  return bits === undefined ? null : String.fromCharCode(FIXED | bits);
}

/** GS r 1: bits 0 and 1 near the end, bits 2 and 3 at it. */
function paper(conditions: readonly Trouble[]): number {
  if (conditions.includes('paper-out')) return 0x0f;
  return conditions.includes('paper-low') ? 0x03 : 0;
}
