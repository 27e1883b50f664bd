import { useCallback, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { itemOf, type CaseItem } from '../../cases/case-items.ts';
import type { CaseQuestion } from '../../cases/our-case.tsx';
import { useWords } from '../../i18n/use-words.ts';
import { useMachines } from '../../stores/machines.ts';
import { openCase, useRoute } from '../../stores/route.ts';
import { Button } from '../../ui/button.tsx';
import { Choices } from '../../ui/choices.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { Select } from '../../ui/select.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { CaseReading } from './case-reading.tsx';
import { CaseRow } from './case-row.tsx';
import styles from './cases-page.module.css';
import { useCaseItems, type CaseFilter } from './use-case-items.ts';
import { useCaseKeys } from './use-case-keys.ts';

const PAGE = 100;
/** The contract reads at most so many at once. */
const MOST = 200;

/** What is to be settled with buyers and platforms, due first: the list, and beside it the case that is read. */
export function CasesPage() {
  const t = useWords();
  const [filter, setFilter] = useState<CaseFilter>({ shopId: null, isOpenOnly: true });
  const [limit, setLimit] = useState(PAGE);
  const { items, total, error, reload } = useCaseItems(filter, limit);
  const openId = useRoute((route) => route.openCaseId);
  const picked = itemOf(items ?? [], openId);
  const hands = useHands(picked);
  useCaseKeys(items ?? [], picked, hands.keys);
  const isMoreToRead = items !== null && total > items.length && limit < MOST;
  return (
    <main className={styles['page']}>
      <header className={styles['head']}>
        <h1>{t('cases:title')}</h1>
        {items === null ? null : <span>{t('cases:count', { count: total })}</span>}
        <Filters filter={filter} onChange={setFilter} />
      </header>
      {error === null ? null : <ErrorNote error={error} what={t('cases:failed')} onRetry={reload} />}
      {items === null && error === null ? <Skeleton width="100%" height={240} /> : null}
      {items !== null && items.length === 0 ? (
        <Nothing filter={filter} />
      ) : (
        <div className={styles['two']} data-read={picked === null ? undefined : ''}>
          <div className={styles['list']}>
            <ul aria-label={t('cases:list')}>
              {(items ?? []).map((item) => (
                <li key={item.id}>
                  <CaseRow item={item} isPicked={item.id === picked?.id} onPick={() => openCase(item.id)} />
                </li>
              ))}
            </ul>
            {isMoreToRead ? (
              <Button kind="quiet" onPress={() => setLimit(MOST)}>
                {t('cases:more', { count: total - items.length })}
              </Button>
            ) : null}
          </div>
          <div className={styles['side']} onKeyDown={leaveField}>
            <span className={styles['back']}>
              <Button kind="quiet" icon="back" onPress={() => openCase(null)}>
                {t('cases:title')}
              </Button>
            </span>
            {picked === null ? (
              items === null ? null : (
                <EmptyState icon="shield" title={t('cases:empty.pick')} text={t('cases:empty.pickBody')} />
              )
            ) : (
              <CaseReading key={picked.id} item={picked} {...hands} />
            )}
          </div>
        </div>
      )}
    </main>
  );
}

/** What the keys do with the case on screen: the field for a note, and the question that is open over it. */
function useHands(picked: CaseItem | null) {
  const noteField = useRef<HTMLTextAreaElement>(null);
  const [asked, setAsked] = useState<{ readonly id: string; readonly question: CaseQuestion } | null>(null);
  const openId = picked !== null && picked.kind === 'ours' && picked.entry.case.closedAtMs === null ? picked.id : null;
  const onQuestion = useCallback(
    (question: CaseQuestion) => setAsked(openId === null ? null : { id: openId, question }),
    [openId],
  );
  const keys = useMemo(
    () =>
      openId === null
        ? { note: null, close: null }
        : { note: () => noteField.current?.focus(), close: () => onQuestion('close') },
    [openId, onQuestion],
  );
  return { keys, noteField, question: asked?.id === openId ? (asked?.question ?? null) : null, onQuestion };
}

/** The first Esc leaves a field, with what was typed, for the line of the case that is read. */
function leaveField(event: KeyboardEvent): void {
  const isTyping = event.target instanceof Element && event.target.closest('input, textarea') !== null;
  const isOfDialog = !event.currentTarget.contains(event.target as Node);
  if (event.key !== 'Escape' || !isTyping || isOfDialog) return;
  event.preventDefault();
  document.querySelector<HTMLElement>('[data-case-id][aria-current="true"]')?.focus({ preventScroll: true });
  // In a narrow window the list is not there.
  if (document.activeElement === event.target && event.target instanceof HTMLElement) event.target.blur();
}

function Filters(props: { readonly filter: CaseFilter; readonly onChange: (filter: CaseFilter) => void }) {
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

function Nothing(props: { readonly filter: CaseFilter }) {
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
