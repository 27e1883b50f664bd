import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { STORE_FAULT_CODES } from '../../../../src-main/adapters/sqlite/store-fault.ts';
import { PRINTER_CONDITIONS, type NotSentReason } from '../../../../src-main/app/ports/printers.ts';
import { HELD_BACK } from '../../../../src-main/app/printing/held-back.ts';
import { AFTER_SALE_KINDS, AFTER_SALE_STAGES } from '../../../../src-main/core/case/after-sale.ts';
import { FIT_WARNINGS } from '../../../../src-main/core/label/fit.ts';
import { codeText, type CodeGroup } from '../../../../src-renderer/i18n/code-text.ts';
import { RESOURCES } from '../../../../src-renderer/i18n/resources.ts';
import { STOP_CAUSES } from '../../../../src-renderer/printing/stop-cause.ts';
import { setUpWords } from '../../../../src-renderer/i18n/setup.ts';
import { readSources } from '../../../support/import-graph.ts';

beforeAll(() => setUpWords('en'));

const root = path.resolve(import.meta.dirname, '../../../..');
const LOCALES = ['zh-CN', 'zh-TW', 'en'] as const;

/** Codes that stand as literals in the sources of a folder, by what stands around them. */
function literals(folder: string, patterns: readonly RegExp[]): string[] {
  const texts = readSources(root, [folder]).map(({ text }) => text.replaceAll(/\/\*\*.*?\*\//gs, ''));
  const found = patterns.flatMap((pattern) =>
    texts.flatMap((text) => [...text.matchAll(pattern)].map((match) => match[1] ?? '')),
  );
  return [...new Set(found)].sort();
}

/** NotSentReason of app/ports/printers.ts without the conditions. */
const NOT_SENT = [
  'refused',
  'timeout',
  'unreachable',
  'unknown-host',
  'aborted',
  'busy',
  'not-found',
  'access-denied',
  'not-taken',
  'not-supported',
] as const satisfies readonly NotSentReason[];

const REFUSALS = [/refusal: '([\w-]+)'(?! in)/g, /'refused', \{ code: '([\w-]+)'/g, /\brefused\('([\w-]+)'/g];
const FAULTS = [
  /(?<!'refused', \{ )\bcode: '([\w-]+)'/g,
  /\bfailed\(\w+, '([\w-]+)'/g,
  /\bfailed\('([\w-]+)'/g,
  /\bperhaps\('([\w-]+)'/g,
  /\], '([\w-]+)'\]/g,
  /\/i, '([\w-]+)'\]/g,
];

/** What stands in other tables of the connectors: kinds and stages of cases, regions, currencies. */
const TABLED: readonly string[] = [
  ...AFTER_SALE_KINDS,
  ...AFTER_SALE_STAGES,
  'HK',
  'MO',
  'TW',
  'CNY',
  'EUR',
  'RUB',
  'USD',
];

function withoutWords(group: CodeGroup, codes: readonly string[]): string[] {
  return LOCALES.flatMap((locale) => {
    const words = RESOURCES[locale].codes[group] as Readonly<Record<string, string>>;
    return codes.filter((code) => words[code] === undefined).map((code) => `${locale} ${group}.${code}`);
  });
}

describe('every code that the sources can answer has its words', () => {
  const refusals = [...literals('src-main/app', REFUSALS), ...literals('src-main/core', REFUSALS), 'newer-change'];
  const literalFaults = [...literals('src-main/app', FAULTS), ...literals('src-main/adapters/platforms', FAULTS)];
  // Answers of a call have words of their own, and an HTTP status is told by its figure.
  const isOther = (code: string) => code === 'unknown-method' || /^http-\d+$/.test(code) || TABLED.includes(code);
  const faults = literalFaults.filter((code) => !isOther(code));

  it(`${refusals.length} refusals`, () => {
    expect(refusals.length).toBeGreaterThan(5);
    expect(withoutWords('refusal', refusals)).toEqual([]);
  });

  it(`${faults.length} faults of platforms, labels and printing`, () => {
    expect(faults.length).toBeGreaterThan(20);
    expect(withoutWords('fault', faults)).toEqual([]);
  });

  it('reasons of printers and of unreadable labels', () => {
    const notSent = NOT_SENT.map((code) => `printer-${code}`);
    const labels = ['empty', 'unknown-kind', 'damaged', 'encrypted', 'no-pages', 'too-large', 'unreadable'];
    const uncertain = ['stalled', 'reset', 'closed-early', 'aborted', 'queue-held', 'restarted', 'internal'];
    const transport = ['not-sent', 'timeout', 'broken', 'too-large', 'aborted'];
    const all = [...notSent, ...labels.map((code) => `label-${code}`), ...uncertain, ...transport];
    expect(withoutWords('fault', all)).toEqual([]);
  });

  it('why a label was held back', () => {
    expect(withoutWords('fault', HELD_BACK)).toEqual([]);
  });

  it('what a printer says of itself, also as the step of a job', () => {
    expect(withoutWords('condition', PRINTER_CONDITIONS)).toEqual([]);
    expect(withoutWords('unreachable', NOT_SENT)).toEqual([]);
    expect(codeText('fault', 'paper-out')).toBe('Out of paper');
    expect(codeText('fault', 'printer-head-open')).toBe('Lid open');
  });

  it('what stops a batch: a name and two steps', () => {
    for (const locale of LOCALES)
      expect(Object.keys(RESOURCES[locale].printing.cause).sort()).toEqual([...STOP_CAUSES].sort());
  });

  it('warnings of labels', () => {
    const others = ['barcode-unreadable', 'state-not-read', 'text-shrunk', 'text-cut', 'letter-missing'];
    expect(withoutWords('warning', [...FIT_WARNINGS, ...others])).toEqual([]);
  });

  it('the recovery screen', () => {
    const keys = ['key-file-damaged', 'keychain-lost', 'key-missing', 'unexpected'];
    expect(withoutWords('recovery', [...STORE_FAULT_CODES, ...keys])).toEqual([]);
  });
});

describe("a platform's own words", () => {
  it('are shown as they came, in a sentence', () => {
    expect(codeText('fault', 'POSTING_LOCKED')).toBe('The platform says POSTING_LOCKED');
    expect(codeText('fault', 'order_is_frozen')).toBe('The platform says order_is_frozen');
    expect(codeText('fault', 'http-503')).toBe('The platform answered 503 and gave no reason');
    expect(codeText('fault', 'solar-flare')).toBe('Something new (solar-flare)');
  });

  it('name the barcode that may not scan', () => {
    expect(codeText('warning', 'barcode-unreadable:Code128')).toBe('A barcode may not scan (Code128)');
  });
});
