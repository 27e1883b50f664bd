import type { AfterSale } from '../../../core/case/after-sale.ts';
import { cellOf, type FlatRow, readReportDate } from './flat-file.ts';
import type { ReadCases } from './returns-report.ts';

/** Header names of GET_SELLER_FEEDBACK_DATA, which are translated in some marketplaces. */
const NAMES = {
  date: ['Date', 'Datum', 'Fecha', 'Data', '日付'],
  rating: ['Rating', 'Bewertung', 'Note', 'Valoración', 'Valutazione', '評価'],
  comments: ['Comments', 'Kommentare', 'Commentaires', 'Comentarios', 'Commenti', 'コメント'],
  response: ['Your Response', 'Response', 'Ihre Antwort', '出品者の回答'],
  order: ['Order ID', 'Bestellnummer', 'Numéro de la commande', '注文番号'],
} as const;

/** The feedback file as reviews; there is no answer to them in the API. The rater's e-mail is left out. Pure. */
export function feedbackCases(rows: readonly FlatRow[]): ReadCases {
  const read: ReadCases = { cases: [], odd: [], warnings: [] };
  for (const row of rows) {
    const kept = new Map([...row].filter(([key]) => !key.includes('mail')));
    const raw = JSON.stringify(Object.fromEntries(kept));
    const afterSale = toReview(kept);
    if (afterSale === null)
      read.odd.push({ remoteId: cellOf(kept, ...NAMES.order), raw, reason: 'unreadable:feedback' });
    else read.cases.push({ afterSale, raw, warnings: [] });
  }
  return read;
}

function toReview(row: FlatRow): AfterSale | null {
  const order = cellOf(row, ...NAMES.order);
  const atMs = readReportDate(cellOf(row, ...NAMES.date));
  const rating = Number(cellOf(row, ...NAMES.rating));
  if (order === null || atMs === null || !Number.isInteger(rating) || rating < 1 || rating > 5) return null;
  const comments = cellOf(row, ...NAMES.comments);
  const response = cellOf(row, ...NAMES.response);
  const isBad = rating <= 3 && response === null;
  return {
    platform: 'amazon',
    kind: 'review',
    remoteId: order,
    orderRemoteId: order,
    orderNumber: order,
    stage: isBad ? 'wait-seller' : 'closed',
    rawStatus: `rating-${rating}`,
    reason: null,
    messages: [
      ...(comments === null ? [] : [{ by: 'buyer' as const, atMs, text: comments }]),
      ...(response === null ? [] : [{ by: 'seller' as const, atMs: null, text: response }]),
    ],
    amount: null,
    items: [],
    rating,
    trackingNumber: null,
    carrier: null,
    openedAtMs: atMs,
    updatedAtMs: atMs,
    dueAtMs: null,
    openActions: [],
  };
}
