import type { TodayView } from '../../../src-main/contract/methods/today.ts';
import { useWords } from '../../i18n/use-words.ts';
import { showStock } from '../../stores/stock-view.ts';
import { Panel, PanelRow } from './panel.tsx';
import styles from './today-page.module.css';

/** Products that do not suffice, and those that soon will not. */
export function StockPanel(props: { readonly stock: TodayView['stock'] }) {
  const t = useWords();
  const { short, low } = props.stock;
  return (
    <Panel id="stock" title={t('today:stock.title')}>
      {short === 0 ? null : (
        <PanelRow onPress={() => showStock('short')}>
          <span>{t('today:stock.short', { count: short })}</span>
        </PanelRow>
      )}
      {low === 0 ? null : (
        <PanelRow onPress={() => showStock('low')}>
          <span>{t('today:stock.low', { count: low })}</span>
        </PanelRow>
      )}
      {short + low === 0 ? <p className={styles['calm']}>{t('today:stock.fine')}</p> : null}
    </Panel>
  );
}
