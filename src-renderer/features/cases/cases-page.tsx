import { useState } from 'react';
import type { AfterSaleView } from '../../../src-main/contract/methods/after-sales.ts';
import { CaseCard } from '../../cases/case-card.tsx';
import { useWords } from '../../i18n/use-words.ts';
import { useMachines } from '../../stores/machines.ts';
import { openCase, openOrder, useRoute } from '../../stores/route.ts';
import { useQuery } from '../../stores/use-query.ts';
import { Button } from '../../ui/button.tsx';
import { Choices } from '../../ui/choices.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { Select } from '../../ui/select.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { CaseRow } from './case-row.tsx';
import styles from './cases-page.module.css';
import { useCaseKeys } from './use-case-keys.ts';

const PAGE = 100;
/** The contract reads at most so many at once. */
const MOST = 200;

interface Filter {
  readonly shopId: string | null;
  readonly isOpenOnly: boolean;
}

/** What buyers and platforms brought up, due first: the list, and beside it the case that is read. */
export function CasesPage() {
  const t = useWords();
  const [filter, setFilter] = useState<Filter>({ shopId: null, isOpenOnly: true });
  const [limit, setLimit] = useState(PAGE);
  const { value, error, reload } = useQuery('afterSales.list', { ...filter, orderId: null, offset: 0, limit }, [
    'afterSales.changed',
    'outbox.changed',
  ]);
  const openId = useRoute((route) => route.openCaseId);
  const cases = value?.cases ?? [];
  const picked = cases.find(({ id }) => id === openId) ?? null;
  useCaseKeys(cases, picked);
  const rest = Math.min((value?.total ?? 0) - cases.length, MOST - cases.length);
  return (
    <main className={styles['page']}>
      <header className={styles['head']}>
        <h1>{t('cases:title')}</h1>
        {value === null ? null : <span>{t('cases:count', { count: value.total })}</span>}
        <Filters filter={filter} onChange={setFilter} />
      </header>
      {error === null ? null : <ErrorNote error={error} what={t('cases:failed')} onRetry={reload} />}
      {value === null && error === null ? <Skeleton width="100%" height={240} /> : null}
      {value !== null && cases.length === 0 ? (
        <Nothing filter={filter} />
      ) : (
        <div className={styles['two']} data-read={picked === null ? undefined : ''}>
          <div className={styles['list']}>
            <ul aria-label={t('cases:list')}>
              {cases.map((afterSale) => (
                <li key={afterSale.id}>
                  <CaseRow
                    afterSale={afterSale}
                    isPicked={afterSale.id === openId}
                    onPick={() => openCase(afterSale.id)}
                  />
                </li>
              ))}
            </ul>
            {rest > 0 ? (
              <Button kind="quiet" onPress={() => setLimit((last) => Math.min(MOST, last + PAGE))}>
                {t('cases:more', { count: Math.min(PAGE, rest) })}
              </Button>
            ) : null}
          </div>
          <div className={styles['side']}>
            {picked === null ? (
              value === null ? null : (
                <EmptyState icon="shield" title={t('cases:empty.pick')} text={t('cases:empty.pickBody')} />
              )
            ) : (
              <Reading afterSale={picked} />
            )}
          </div>
        </div>
      )}
    </main>
  );
}

function Filters(props: { readonly filter: Filter; readonly onChange: (filter: Filter) => void }) {
  const t = useWords();
  const { filter, onChange } = props;
  const shops = useMachines((machines) => machines.shops) ?? [];
  return (
    <div className={styles['filters']}>
      <Select
        label={t('cases:filter.shop')}
        value={filter.shopId ?? ''}
        options={[
          { value: '', text: t('cases:filter.allShops') },
          ...shops.map(({ id, name }) => ({ value: id, text: name })),
        ]}
        onChange={(shopId) => onChange({ ...filter, shopId: shopId === '' ? null : shopId })}
      />
      <Choices
        label={t('cases:filter.state')}
        value={filter.isOpenOnly ? 'open' : 'all'}
        options={(['open', 'all'] as const).map((state) => ({ value: state, text: t(`cases:filter.${state}`) }))}
        onChange={(state) => onChange({ ...filter, isOpenOnly: state === 'open' })}
      />
    </div>
  );
}

function Nothing(props: { readonly filter: Filter }) {
  const t = useWords();
  const hasShops = useMachines((machines) => machines.shops?.length !== 0);
  return (
    <div className={styles['nothing']}>
      {props.filter.isOpenOnly ? (
        <EmptyState
          icon="check"
          tone="ok"
          title={t('cases:empty.open')}
          text={hasShops ? t('cases:empty.openBody') : t('cases:empty.noShop')}
        />
      ) : (
        <EmptyState icon="shield" title={t('cases:empty.all')} text={t('cases:empty.openBody')} />
      )}
    </div>
  );
}

function Reading(props: { readonly afterSale: AfterSaleView }) {
  const t = useWords();
  const { orderId, orderNumber, shopName } = props.afterSale;
  return (
    <div className={styles['reading']}>
      <div className={styles['about']}>
        <span>{shopName}</span>
        {orderId === null ? (
          <span>{orderNumber ?? t('cases:noOrder')}</span>
        ) : (
          <Button size="small" icon="box" keys={['Enter']} onPress={() => openOrder(orderId)}>
            {t('cases:openOrder', { number: orderNumber ?? '' })}
          </Button>
        )}
      </div>
      <CaseCard key={props.afterSale.id} afterSale={props.afterSale} />
    </div>
  );
}
