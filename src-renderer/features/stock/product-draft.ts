import type { MethodInput } from '../../../src-main/contract/index.ts';
import { amountText, readAmount } from '../../cases/answer-form.ts';

export type ProductFields = MethodInput<'stock.save'>;
type Money = NonNullable<ProductFields['cost']>;

/** A product as its form shows it: everything as text. */
export interface ProductDraft {
  readonly sku: string;
  readonly title: string;
  readonly variant: string;
  readonly bin: string;
  readonly lowAt: string;
  readonly cost: string;
  readonly costCurrency: string;
  readonly floorPrice: string;
  readonly floorCurrency: string;
  readonly weightG: string;
  readonly hsCode: string;
  readonly origin: string;
}

/** What is wrong with a field, by the key of its words. */
export type DraftFault = 'required' | 'number' | 'wrongOrigin' | 'taken';
export type DraftFaults = Readonly<Partial<Record<keyof ProductDraft, DraftFault>>>;

const text = (value: string | number | null) => (value === null ? '' : String(value));

/** The form of a product, or an empty one; `currency` stands where no amount has told one. */
export function draftOf(product: ProductFields | null, currency: string): ProductDraft {
  return {
    sku: product?.sku ?? '',
    title: product?.title ?? '',
    variant: product?.variant ?? '',
    bin: product?.bin ?? '',
    lowAt: text(product?.lowAt ?? null),
    cost: moneyText(product?.cost ?? null),
    costCurrency: product?.cost?.currency ?? currency,
    floorPrice: moneyText(product?.floorPrice ?? null),
    floorCurrency: product?.floorPrice?.currency ?? currency,
    weightG: text(product?.weightG ?? null),
    hsCode: product?.hsCode ?? '',
    origin: product?.origin ?? '',
  };
}

function moneyText(money: Money | null): string {
  return money === null ? '' : amountText(money);
}

/** The product that the form tells, or the fields that keep it from being saved. */
export function readDraft(
  draft: ProductDraft,
):
  | { readonly product: ProductFields; readonly faults: null }
  | { readonly product: null; readonly faults: DraftFaults } {
  const faults: Partial<Record<keyof ProductDraft, DraftFault>> = {};
  if (draft.sku.trim() === '') faults.sku = 'required';
  if (draft.title.trim() === '') faults.title = 'required';
  const lowAt = wholeNumber(draft.lowAt);
  const weightG = wholeNumber(draft.weightG);
  if (lowAt === undefined) faults.lowAt = 'number';
  if (weightG === undefined) faults.weightG = 'number';
  const cost = moneyOf(draft.cost, draft.costCurrency);
  const floorPrice = moneyOf(draft.floorPrice, draft.floorCurrency);
  if (cost === undefined) faults.cost = 'number';
  if (floorPrice === undefined) faults.floorPrice = 'number';
  const origin = draft.origin.trim().toUpperCase();
  if (!/^([A-Z]{2})?$/.test(origin)) faults.origin = 'wrongOrigin';
  if (Object.keys(faults).length > 0) return { product: null, faults };
  return {
    product: {
      sku: draft.sku.trim(),
      title: draft.title.trim(),
      variant: orNull(draft.variant),
      bin: orNull(draft.bin),
      lowAt: lowAt ?? null,
      cost: cost ?? null,
      floorPrice: floorPrice ?? null,
      weightG: weightG ?? null,
      hsCode: orNull(draft.hsCode),
      origin: origin === '' ? null : origin,
    },
    faults: null,
  };
}

function orNull(value: string): string | null {
  return value.trim() === '' ? null : value.trim();
}

/** Zero or more, at most a million; null: not told; undefined: no such number. */
function wholeNumber(value: string): number | null | undefined {
  const trimmed = value.trim();
  if (trimmed === '') return null;
  return /^\d{1,6}$/.test(trimmed) ? Number(trimmed) : undefined;
}

function moneyOf(value: string, currency: string): Money | null | undefined {
  return value.trim() === '' ? null : (readAmount(value, currency) ?? undefined);
}

/** What was typed as a count of pieces; null when it is none. */
export function readPieces(value: string): number | null {
  return /^\d{1,6}$/.test(value.trim()) ? Number(value.trim()) : null;
}
