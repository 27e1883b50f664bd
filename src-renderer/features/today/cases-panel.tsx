import type { TodayView } from '../../../src-main/contract/methods/today.ts';
import { codeText } from '../../i18n/code-text.ts';
import { formatCount, numberTail } from '../../i18n/format.ts';
import { useWords, type Words } from '../../i18n/use-words.ts';
import { openCase } from '../../stores/route.ts';
import { Button } from '../../ui/button.tsx';
import { Clock } from '../../ui/clock.tsx';
import { PlatformBadge } from '../../ui/platform-badge.tsx';
import { Panel, PanelRow } from './panel.tsx';
import styles from './today-page.module.css';

type Cases = TodayView['cases'];
type NextCase = Cases['next'][number];

/** The cases that end next. */
export function CasesPanel(props: { readonly cases: Cases }) {
  const t = useWords();
  const { open, next } = props.cases;
  return (
    <Panel id="cases" title={t('today:cases.title')} note={open === 0 ? null : t('today:cases.open', { count: open })}>
      {next.map((one) => (
        <PanelRow
          key={one.caseId ?? one.afterSaleId ?? one.dueAtMs}
          onPress={() => openCase(one.afterSaleId ?? one.caseId)}
        >
          <PlatformBadge platform={one.platform} />
          <span>{caseText(one, t)}</span>
          <Clock dueAtMs={one.dueAtMs} />
        </PanelRow>
      ))}
      {open === 0 ? <p className={styles['calm']}>{t('today:cases.none')}</p> : null}
      {open > next.length ? (
        <Button kind="quiet" size="small" onPress={() => openCase(null)}>
          {t('today:cases.all')} {formatCount(open)}
        </Button>
      ) : null}
    </Panel>
  );
}

/** "拒付 · 2231": kinds of ours and of the platforms share most words. */
function caseText({ caseId, kind, remoteId }: NextCase, t: Words): string {
  const loose = t as unknown as (key: string, params: { readonly defaultValue: string }) => string;
  const ours = codeText('caseKind', kind, {}, t);
  const text = caseId === null ? loose(`cases:kind.${kind}`, { defaultValue: ours }) : ours;
  return remoteId === null ? text : `${text} · ${numberTail(remoteId)}`;
}
