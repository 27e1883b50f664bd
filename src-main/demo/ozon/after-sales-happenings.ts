import type { OzonPosting } from './posting.ts';
import type { WorldStore } from './store.ts';

/** What buyers do after a sale. Each gives the id of what it made. */

export function openReturn(store: WorldStore, postingNumber: string, nowMs: number): string {
  const { line } = goodsOf(store, postingNumber);
  const id = store.newId();
  store.world.afterSales.returns.push({
    id,
    type: 'ClientReturn',
    postingNumber,
    reason: 'Не подошёл размер',
    sku: line.sku,
    offerId: line.offerId,
    name: line.name,
    price: line.price,
    currency: line.currency,
    quantity: line.quantity,
    barcode: `ii${id}`,
    returnedAtMs: nowMs,
    status: 'OnSellerApproval',
    changedAtMs: nowMs,
  });
  return id;
}

/** The parcel goes its way back, one step at a call. */
export function moveReturn(store: WorldStore, id: string, nowMs: number): void {
  const entry = store.world.afterSales.returns.find((candidate) => candidate.id === id);
  if (entry === undefined) throw new Error(`there is no return ${id}`);
  const next = { OnSellerApproval: 'MovingToSeller', MovingToSeller: 'ReceivedBySeller' }[entry.status];
  entry.status = next ?? entry.status;
  entry.changedAtMs = nowMs;
}

export function openRfbsReturn(store: WorldStore, postingNumber: string, nowMs: number): string {
  const { line } = goodsOf(store, postingNumber);
  const id = String(40_000_000 + Number(BigInt(store.newId()) % 10_000_000n));
  const { sku, offerId, name, price, currency } = line;
  store.world.afterSales.rfbsReturns.push({
    id,
    postingNumber,
    sku,
    offerId,
    name,
    price,
    currency,
    createdAtMs: nowMs,
    groupState: 'New',
  });
  return id;
}

export function moveRfbsReturn(store: WorldStore, id: string): void {
  const entry = store.world.afterSales.rfbsReturns.find((candidate) => candidate.id === id);
  if (entry === undefined) throw new Error(`there is no return ${id}`);
  entry.groupState = entry.groupState === 'New' ? 'Delivering' : 'Approved';
}

export function writeReview(store: WorldStore, postingNumber: string, rating: number, nowMs: number): string {
  const { line } = goodsOf(store, postingNumber);
  const id = textId(store);
  store.world.afterSales.reviews.push({
    id,
    sku: line.sku,
    text: rating > 3 ? 'Всё отлично, спасибо!' : 'Пришло с царапиной',
    rating,
    status: 'NEW',
    publishedAtMs: nowMs,
    comments: [],
  });
  return id;
}

export function askQuestion(store: WorldStore, postingNumber: string, nowMs: number): string {
  const { line } = goodsOf(store, postingNumber);
  const id = textId(store);
  const text = 'Какой материал?';
  store.world.afterSales.questions.push({ id, sku: line.sku, text, status: 'NEW', publishedAtMs: nowMs });
  return id;
}

/** The seller answered in the cabinet. */
export function settleQuestion(store: WorldStore, id: string): void {
  const question = store.world.afterSales.questions.find((candidate) => candidate.id === id);
  if (question !== undefined) question.status = 'PROCESSED';
}

/** A buyer writes about an order: into its chat, or a new one. */
export function writeMessage(store: WorldStore, postingNumber: string, text: string, nowMs: number): string {
  const { orderNumber } = store.posting(postingNumber);
  const { chats } = store.world.afterSales;
  const chat = chats.find((candidate) => candidate.orderNumber === orderNumber) ?? {
    id: textId(store),
    orderNumber,
    createdAtMs: nowMs,
    unread: 0,
    messages: [],
  };
  if (!chats.includes(chat)) chats.push(chat);
  chat.unread += 1;
  chat.messages.push({ id: store.newId(), by: 'Customer', text, atMs: nowMs });
  return chat.id;
}

/** The seller read the chat in the cabinet. */
export function readChat(store: WorldStore, id: string): void {
  const chat = store.world.afterSales.chats.find((candidate) => candidate.id === id);
  if (chat !== undefined) chat.unread = 0;
}

function goodsOf(
  store: WorldStore,
  postingNumber: string,
): { posting: OzonPosting; line: OzonPosting['lines'][number] } {
  const posting = store.posting(postingNumber);
  const [line] = posting.lines;
  if (line === undefined) throw new Error(`posting ${postingNumber} is empty`);
  return { posting, line };
}

function textId(store: WorldStore): string {
  const digits = BigInt(store.newId()).toString(16).padStart(12, '0');
  return `019a2b3c-4d5e-7f70-8192-${digits.slice(-12)}`;
}
