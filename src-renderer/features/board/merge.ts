import { invoke } from '../../client/client.ts';
import { codeText } from '../../i18n/code-text.ts';
import { currentWords } from '../../i18n/use-words.ts';
import { showError, showToast } from '../../stores/toast.ts';
import { runOnCards } from './act.ts';
import { loadCards, loadedCard } from './board-store.ts';

/**
 * Several cards: their goods go into one parcel. One card: with all orders of its buyer that can travel with it. Cards
 * that all travel together already get a parcel each again.
 */
export async function mergeOrPart(ids: readonly string[]): Promise<void> {
  try {
    await loadCards(ids);
    const cards = ids.flatMap((id) => loadedCard(id) ?? []);
    if (cards.length > 0 && cards.every((card) => card.parcelOf !== null)) {
      await part(ids);
      return;
    }
    const [id] = ids;
    if (id === undefined) return;
    if (ids.length > 1) await merge(ids);
    else await mergeWithSiblings(id);
  } catch (thrown) {
    showError(thrown);
  }
}

/** Puts the goods of these orders into one parcel. */
async function merge(ids: readonly string[]): Promise<void> {
  await runOnCards(ids, 'merge', () => invoke('orders.merge', { ids: [...ids] }));
}

/** Gives each of these orders a parcel of its own again. */
async function part(ids: readonly string[]): Promise<void> {
  await runOnCards(ids, 'part', () => invoke('orders.part', { ids: [...ids] }));
}

/** The order with those of the same buyer that can travel in its parcel; says why where none can. Throws CallError. */
async function mergeWithSiblings(id: string): Promise<void> {
  const { siblings } = await invoke('orders.get', { id });
  const able = siblings.filter((sibling) => sibling.refusal === null && !sibling.isTogether);
  if (able.length > 0) return merge([id, ...able.map((sibling) => sibling.orderId)]);
  const refusal = siblings.find((sibling) => !sibling.isTogether)?.refusal ?? null;
  const text = refusal === null ? currentWords()('board:merge.nobody') : codeText('refusal', refusal);
  showToast({ tone: 'late', text });
}

/** Puts a card's goods together with those of the same buyer's other orders. */
export async function mergeSiblings(id: string): Promise<void> {
  await mergeOrPart([id]);
}
