import type { PrinterCondition } from '../../../app/ports/printers.ts';
import { blockingCondition, plainAnswer, type StatusAnswer, type StatusDialect } from './dialect.ts';

/**
 * `~HS` tells the labels still to come, and is silent on a Zebra that is out of paper or open; `~HQES` tells why (ZPL
 * programming guide, ~HS and ~HQ; printing.md §2). What ~HQES tells behind ~HS completes that answer.
 */
export const zplStatus: StatusDialect = {
  query: new TextEncoder().encode('~HS\r\n~HQES\r\n'),
  read: (received) => {
    const answers: StatusAnswer[] = [];
    let isOpen = false;
    for (const { groups = {} } of Buffer.from(received).toString('latin1').matchAll(ANSWER)) {
      const { first, second = '', hasErrors, errors = '', hasWarnings, warnings = '' } = groups;
      const found =
        first === undefined
          ? plainAnswer([
              ...(hasErrors === '1' ? readErrors(Number.parseInt(errors, 16)) : []),
              ...(hasWarnings === '1' ? readWarnings(Number.parseInt(warnings, 16)) : []),
            ])
          : readHostStatus(first.split(',').map(Number), second.split(',').map(Number));
      if (found === null) continue;
      const last = answers.at(-1);
      if (first === undefined && isOpen && last !== undefined) answers.splice(-1, 1, together(last, found));
      else answers.push(found);
      isOpen = first !== undefined;
    }
    return answers;
  },
};

/** ~HS: three lines of numbers between STX and ETX. ~HQES: flags and two groups of eight hex digits, a line end behind. */
const ANSWER = new RegExp(
  [
    String.raw`\x02(?<first>[0-9,]+)\x03\r?\n?\x02(?<second>[0-9,]+)\x03\r?\n?\x02[0-9,]+\x03`,
    String.raw`ERRORS:\s+(?<hasErrors>[01])\s+[0-9A-Fa-f]{8}\s+(?<errors>[0-9A-Fa-f]{8})\s+` +
      String.raw`WARNINGS:\s+(?<hasWarnings>[01])\s+[0-9A-Fa-f]{8}\s+(?<warnings>[0-9A-Fa-f]{8})(?=[\r\n\x03])`,
  ].join('|'),
  'g',
);

function readHostStatus(one: readonly number[], two: readonly number[]): StatusAnswer | null {
  if (one.length !== 12 || two.length !== 11) return null;
  const conditions: PrinterCondition[] = [];
  if (two[2] === 1) conditions.push('head-open');
  if (one[1] === 1) conditions.push('paper-out');
  if (two[3] === 1) conditions.push('ribbon-out');
  if (one[11] === 1) conditions.push('overheated');
  if (one[2] === 1) conditions.push('paused');
  if (two[7] === 1) conditions.push('label-waiting');
  const isBusy = one[4] !== 0 || one[7] === 1 || two[8] !== 0;
  return { conditions, isBusy, isAllPrinted: !isBusy && blockingCondition(conditions) === null };
}

/** The low word of the errors (ZPL programming guide, ~HQ, "Error flags"). */
const ERROR_BITS: readonly (readonly [number, PrinterCondition])[] = [
  [0x4, 'head-open'],
  [0x1, 'paper-out'],
  [0x2, 'ribbon-out'],
  [0x1000, 'jam'],
  [0x8, 'cutter-fault'],
  [0x30, 'overheated'],
  [0x1_0000, 'paused'],
];

function readErrors(bits: number): readonly PrinterCondition[] {
  const known = ERROR_BITS.filter(([mask]) => (bits & mask) !== 0).map(([, condition]) => condition);
  return known.length === 0 && bits !== 0 ? ['fault'] : known;
}

function readWarnings(bits: number): readonly PrinterCondition[] {
  return (bits & 0x8) === 0 ? [] : ['paper-low'];
}

function together(status: StatusAnswer, errors: StatusAnswer): StatusAnswer {
  const conditions = [...new Set([...status.conditions, ...errors.conditions])];
  return { ...status, conditions, isAllPrinted: status.isAllPrinted && blockingCondition(conditions) === null };
}
