import { invoke } from '../../client/client.ts';
import { currentWords } from '../../i18n/use-words.ts';
import { goTo, openOrder, openProduct, useRoute } from '../../stores/route.ts';
import { showError, showToast } from '../../stores/toast.ts';
import { searchFor } from './search-store.ts';

/** Opens what a scanned code means, from any place: its order, several in the search, or the product with this SKU. */
export async function scanned(code: string): Promise<void> {
  const t = currentWords();
  try {
    const { orderIds, sku } = await invoke('board.scan', { code });
    const [first] = orderIds;
    if (first === undefined) {
      if (sku === null) showToast({ tone: 'late', text: t('board:scan.none', { code }) });
      else openProduct(sku);
    } else if (orderIds.length === 1) openOrder(first);
    else {
      if (useRoute.getState().place !== 'board') goTo('board');
      searchFor(code);
      showToast({ text: t('board:scan.many', { count: orderIds.length }) });
    }
  } catch (thrown) {
    showError(thrown);
  }
}
