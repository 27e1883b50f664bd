import { dotsPerMm, type PrinterLanguage, type PrinterProfile, type PrinterQuirk } from './printer-profile.ts';

/** What a printer says of itself: the MFG, MDL and CMD fields of an IEEE-1284 id, or the words of a driver or a network name. */
export interface PrinterWords {
  readonly maker: string | null;
  readonly model: string | null;
  readonly commands: string | null;
}

/** What is known of a family of printers. Null: not known, or not the same for all of them. */
export interface PrinterFamily {
  /** label — sheets with gaps · receipt — an endless roll · sheet — an office printer. */
  readonly kind: 'label' | 'receipt' | 'sheet';
  readonly language: PrinterLanguage | null;
  readonly dpi: PrinterProfile['dpi'] | null;
  /** Width of the head; null: the usual one of its kind. */
  readonly headMm: number | null;
  readonly quirks: readonly PrinterQuirk[];
}

interface FamilyRow extends Partial<Omit<PrinterFamily, 'kind' | 'language'>> {
  /** Matched against "maker model". */
  readonly words: RegExp;
  readonly kind: PrinterFamily['kind'];
  readonly language: PrinterLanguage | null;
}

/**
 * Families by the names they give themselves; the first that fits counts. The first block is from printing.md §2 ("Which
 * language is it?": ids seen on hardware and in LPrint). The others go by the makers' naming, where a model's number
 * carries its resolution, and were not seen on hardware by us. Whatever this says is a start: the test label decides.
 */
const FAMILIES: readonly FamilyRow[] = [
  { words: /\bvevor\b.*\bY428/i, kind: 'label', language: 'tspl', dpi: 300 },
  {
    words: /\b(beeprt|BY-?480BT)\b/i,
    kind: 'label',
    language: 'tspl',
    dpi: 203,
    quirks: ['gap-in-dots', 'leading-nuls'],
  },
  { words: /\brollo\b|\bX1038\b/i, kind: 'label', language: 'tspl', dpi: 203 },
  {
    words: /\b(munbyn|RW40\d|ITPP\d{3}|deli|DL-?\d{3}|marklife|phomemo|PM-?24\d|M120|LW650|vevor)\b/i,
    kind: 'label',
    language: 'tspl',
    dpi: 203,
  },
  { words: /\b4B-?2054|\bKE10\d/i, kind: 'label', language: 'zpl', dpi: 203 },
  // Xprinter: XP-3xx and XP-4xx print labels, XP-58 and XP-80 (also N160, Q200 …) receipts.
  { words: /\bXP-?(3|4|D4|DT)\d/i, kind: 'label', language: 'tspl', dpi: 203 },
  {
    words: /\bXP-?(58|C58|P50|T58)/i,
    kind: 'receipt',
    language: 'escpos',
    dpi: 203,
    headMm: 48,
    quirks: ['short-bands'],
  },
  { words: /\bXP-?(80|C\d|N160|Q\d|V3|A160)/i, kind: 'receipt', language: 'escpos', dpi: 203 },
  // TSC and its kin: the second digit or the middle of the number says the resolution (TTP-245, TTP-345, TE200, TE310).
  {
    words: /\b(TTP|TDP)-?(24|22)\d|\bT[EATX]2[01]0|\bT[HC]2[01]0|\bDA2[012]0/i,
    kind: 'label',
    language: 'tspl',
    dpi: 203,
  },
  {
    words: /\b(TTP|TDP)-?3[24]\d|\bT[EATX]3[01]0|\bT[HC]3[01]0|\bDA3[012]0/i,
    kind: 'label',
    language: 'tspl',
    dpi: 300,
  },
  { words: /\bT[X]6[01]0|\bTTP-?64\d/i, kind: 'label', language: 'tspl', dpi: 600 },
  { words: /\b(TSC|gprinter|idprt|hprt|GP-?[1239]\d{3}|SP4\d0|N41|N31)\b/i, kind: 'label', language: 'tspl' },
  // Zebra. LP/TLP 2xxx without a Z at the end know only EPL2. All that speak ZPL unpack Z64, which clones may not.
  { words: /\b[TL]?LP ?2[678]\d\d(?!.*Z\b)/i, kind: 'label', language: 'epl', dpi: 203 },
  { words: /\b(QLn|ZQ|RW|MZ|iMZ)\d{3}/i, kind: 'label', language: 'cpcl', dpi: 203, headMm: 72 },
  { words: /\bZD\d{3}\w?-?300|\bG[KX]430/i, kind: 'label', language: 'zpl', dpi: 300, quirks: ['z64'] },
  { words: /\bZD2\d0\w?-?300/i, kind: 'label', language: 'zpl', dpi: 300, quirks: ['z64'] },
  { words: /\bG[KXC]420|\bZD\d{3}\w?-?203/i, kind: 'label', language: 'zpl', dpi: 203, quirks: ['z64'] },
  { words: /\b(zebra|ZTC|ZD\d{3}|ZT\d{3}|ZP ?\d{3}|GK|GX)\b/i, kind: 'label', language: 'zpl', quirks: ['z64'] },
  // Receipt printers.
  { words: /\bTM-?[TPMUL]\d/i, kind: 'receipt', language: 'escpos', dpi: 203 },
  {
    words: /\b(POS-?58|58mm|ZJ-?58|PT-?210|MTP-?(2|II))\b/i,
    kind: 'receipt',
    language: 'escpos',
    dpi: 203,
    headMm: 48,
    quirks: ['short-bands'],
  },
  {
    words: /\b(POS-?80|80mm|ZJ-?80|receipt|SRP-?3\d\d|RP-?\d{2,3}|TSP\d{3}|TP80)\b/i,
    kind: 'receipt',
    language: 'escpos',
    dpi: 203,
  },
  // Label printers that print only through their driver.
  { words: /\bdymo\b|labelwriter/i, kind: 'label', language: 'page', dpi: 300, headMm: 104 },
  { words: /\bQL-?\d{3,4}/i, kind: 'label', language: 'page', dpi: 300, headMm: 62 },
];

/** Command sets as CMD lists them; the first that fits counts. */
const COMMAND_SETS: readonly {
  readonly set: RegExp;
  readonly kind: PrinterFamily['kind'];
  readonly language: PrinterLanguage;
}[] = [
  { set: /TSPL|XPP/i, kind: 'label', language: 'tspl' },
  { set: /ZPL|^CEZD|Bixolon_01/i, kind: 'label', language: 'zpl' },
  { set: /EPL/i, kind: 'label', language: 'epl' },
  { set: /CPCL/i, kind: 'label', language: 'cpcl' },
  { set: /ESC\/?POS|EPSON ?TM/i, kind: 'receipt', language: 'escpos' },
  { set: /PCL|POSTSCRIPT|\bPS\b|PJL|URF|PWG|ESCPL|ESC\/P|BDC|GDI|SPL|UFR|CAPT|XPS/i, kind: 'sheet', language: 'page' },
];

const OFFICE_MAKERS =
  /\b(laserjet|deskjet|officejet|envy|pixma|imageclass|LBP\d|MFC-|DCP-|HL-|ecotank|workforce|kyocera|ecosys|ricoh|lexmark|phaser|versalink|bizhub|pantum)/i;

/** What a printer of these words is; null: nothing in them tells. */
export function familyOf(words: PrinterWords): PrinterFamily | null {
  const name = [words.maker, words.model].filter((part) => part !== null).join(' ');
  const row = FAMILIES.find((family) => family.words.test(name));
  const set = COMMAND_SETS.find((candidate) => candidate.set.test(words.commands ?? ''));
  const kind = row?.kind ?? set?.kind ?? (OFFICE_MAKERS.test(name) ? 'sheet' : null);
  if (kind === null) return null;
  return {
    kind,
    // What the printer itself lists beats what its name suggests, but for an office language beside a label one.
    language: (set?.language === 'page' ? null : set?.language) ?? row?.language ?? (kind === 'sheet' ? 'page' : null),
    dpi: dpiInName(name) ?? row?.dpi ?? null,
    headMm: row?.headMm ?? null,
    quirks: row?.quirks ?? [],
  };
}

/** "ZD421-300dpi" says it itself. */
function dpiInName(name: string): PrinterProfile['dpi'] | null {
  const [, digits] = /\b(203|300|600) ?dpi\b/i.exec(name) ?? [];
  return digits === undefined ? null : (Number(digits) as PrinterProfile['dpi']);
}

/** Widest line of a head of so many millimetres. */
export function headDotsOf(headMm: number, dpi: PrinterProfile['dpi']): number {
  return Math.round(headMm * dotsPerMm(dpi));
}
