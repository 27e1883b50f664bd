import type { Trouble } from '../faults.ts';
import { dotsPerMmOf } from '../identity.ts';
import type { PrinterNews } from './answer.ts';

const STX = '\x02';
const ETX = '\x03';

/** ZPL II Programming Guide: ~HS Host Status Return, ~HI Host Identification, ~HQ Host Query; SGD `getvar`. */
export function answerZpl(query: string, news: PrinterNews): string | null {
  if (query === '~HS') return hostStatus(news);
  if (query === '~HI') return `${STX}${hostIdentification(news)}${ETX}\r\n`;
  if (query === '~HQES') return errorStatus(news.conditions);
  if (query === '~HQSN') return `${STX}\r\n\r\n  SERIAL NUMBER\r\n ${news.identity.serial}\r\n${ETX}\r\n`;
  const variable = /^! U1 getvar "([^"]*)"/.exec(query)?.[1];
  return variable === undefined ? null : `"${getVariable(variable, news)}"`;
}

function hostIdentification({ identity }: PrinterNews): string {
  return `${identity.model},${identity.firmware},${Math.round(dotsPerMmOf(identity))},65536KB,X`;
}

function hostStatus({ conditions, labelsWaiting, labelDots }: PrinterNews): string {
  const flag = (trouble: Trouble): string => (conditions.includes(trouble) ? '1' : '0');
  const digits = (value: number, width: number): string => String(value).padStart(width, '0');
  const formats = digits(Math.min(labelsWaiting, 999), 3);
  const first = `030,${flag('paper-out')},${flag('paused')},${digits(labelDots, 4)},${formats},0,0,0,000,0,0,${flag('overheated')}`;
  const second = `001,0,${flag('head-open')},${flag('ribbon-out')},0,2,4,${flag('label-waiting')},${digits(labelsWaiting, 8)},1,000`;
  return [first, second, '1234,0'].map((line) => `${STX}${line}${ETX}\r\n`).join('');
}

const ERRORS: Partial<Record<Trouble, number>> = {
  'paper-out': 0x1,
  'ribbon-out': 0x2,
  'head-open': 0x4,
  'cutter-fault': 0x8,
  overheated: 0x10,
  jam: 0x1000,
  paused: 0x10000,
};
const WARNINGS: Partial<Record<Trouble, number>> = { 'paper-low': 0x8 };

function errorStatus(conditions: readonly Trouble[]): string {
  const line = (name: string, codes: Partial<Record<Trouble, number>>): string => {
    const sum = conditions.reduce((bits, trouble) => bits | (codes[trouble] ?? 0), 0);
    const hex = sum.toString(16).toUpperCase().padStart(8, '0');
    return `   ${name.padEnd(16)}${sum === 0 ? 0 : 1} 00000000 ${hex}\r\n`;
  };
  return `${STX}\r\n\r\n  PRINTER STATUS\r\n${line('ERRORS:', ERRORS)}${line('WARNINGS:', WARNINGS)}${ETX}\r\n`;
}

/** Set-Get-Do variables (ZPL II Programming Guide, "SGD Printer Commands"); '?' for what there is not. */
function getVariable(name: string, { identity }: PrinterNews): string {
  const values: Readonly<Record<string, string>> = {
    'appl.name': identity.firmware,
    'device.languages': 'zpl',
    'device.product_name': identity.model,
    'device.unique_id': identity.serial,
    'head.resolution.in_dpi': String(identity.dpi),
  };
  return values[name] ?? '?';
}
