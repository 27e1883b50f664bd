import { memberTexts } from '../shared/member-texts.ts';

/** A waybill that Cainiao's print client draws from sealed print data. */
export interface WaybillDocument {
  readonly waybillCode: string;
  /** The carrier, as Cainiao codes it. */
  readonly cpCode: string;
  /**
   * JSON text of a list: the print data as the platform gave it, then at most one custom area. Kept letter by letter,
   * because the client checks a signature over it and its numbers may be longer than ours.
   */
  readonly contents: string;
}

/** Print data are a few kilobytes. */
export const MAX_WAYBILL_LETTERS = 262_144;

/** The client loads its templates from there, and from nowhere that a document names. */
const TEMPLATE_URL = /^https?:\/\/cloudprint\.cainiao\.com\/[\x21-\x7e]{1,500}$/u;
const WAYBILL_CODE = /^[A-Za-z0-9_-]{1,60}$/u;
const CP_CODE = /^[A-Za-z0-9_-]{1,20}$/u;
const MEMBERS = ['contents', 'waybillCode', 'cpCode'] as const;

/**
 * Reads the document {"contents": […], "waybillCode", "cpCode"} of a label of kind 'cainiao' (Cainiao cloud print,
 * document contents of a print task). Null for anything else, for other members beside these, for a template that does
 * not lie on Cainiao's own server, and for a text that is too long.
 */
export function parseWaybill(text: string): WaybillDocument | null {
  if (text.length > MAX_WAYBILL_LETTERS) return null;
  const document = parseJson(text);
  if (!isRecord(document)) return null;
  const { contents, waybillCode, cpCode } = document;
  if (typeof waybillCode !== 'string' || !WAYBILL_CODE.test(waybillCode)) return null;
  if (typeof cpCode !== 'string' || !CP_CODE.test(cpCode)) return null;
  if (!Array.isArray(contents) || contents.length < 1 || contents.length > 2) return null;
  const [printData, customArea]: readonly unknown[] = contents;
  if (!isPrintData(printData) || (contents.length === 2 && !isCustomArea(customArea))) return null;
  const texts = memberTexts(text);
  const isStrict = texts.length === MEMBERS.length && MEMBERS.every((name) => texts.some(([key]) => key === name));
  const own = texts.find(([key]) => key === 'contents');
  return isStrict && own !== undefined ? { waybillCode, cpCode, contents: own[1] } : null;
}

/** Encrypted with a signature, or in the clear with one; what else stands there is between platform and client. */
function isPrintData(value: unknown): boolean {
  if (!isRecord(value) || !hasTemplate(value) || typeof value['signature'] !== 'string') return false;
  return typeof value['encryptedData'] === 'string' || isRecord(value['data']);
}

function isCustomArea(value: unknown): boolean {
  return isRecord(value) && hasTemplate(value) && isRecord(value['data']);
}

function hasTemplate({ templateURL }: Readonly<Record<string, unknown>>): boolean {
  return typeof templateURL === 'string' && TEMPLATE_URL.test(templateURL);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
