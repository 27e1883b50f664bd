import { useState } from 'react';
import type { AfterSaleView } from '../../src-main/contract/methods/after-sales.ts';
import { formatDayAndTime, formatMoment } from '../i18n/format.ts';
import { currentLocale, useWords } from '../i18n/use-words.ts';
import { EffectLine } from '../outbox/effect-line.tsx';
import { useMinuteMs } from '../stores/now.ts';
import { openLink } from '../stores/open-link.ts';
import { Button } from '../ui/button.tsx';
import { Chip } from '../ui/chip.tsx';
import { Clock } from '../ui/clock.tsx';
import { Icon } from '../ui/icon.tsx';
import { AnswerDialog } from './answer-dialog.tsx';
import type { AnswerAction } from './answer-form.ts';
import styles from './case-card.module.css';
import { caseTitle, isAnswering, isOpenCase, stageTone } from './case-words.ts';

/** A case that is over, folded to its title. */
export function ClosedCase(props: { readonly afterSale: AfterSaleView }) {
  const t = useWords();
  return (
    <details className={styles['closed']}>
      <summary>
        {caseTitle(props.afterSale, t)} · {t('cases:stage.closed')}
      </summary>
      <CaseCard afterSale={props.afterSale} />
    </details>
  );
}

/** All of one case: what it is, whose turn, what was said, what can be answered from here and what is on its way. */
export function CaseCard(props: { readonly afterSale: AfterSaleView }) {
  const t = useWords();
  const { afterSale } = props;
  const { stage, rawStatus, dueAtMs } = afterSale;
  return (
    <article className={styles['card']} data-open={isOpenCase(afterSale) ? '' : undefined}>
      <header className={styles['head']}>
        <b>{caseTitle(afterSale, t)}</b>
        <Chip tone={stageTone(stage)} label={t('cases:raw', { status: rawStatus })}>
          {t(`cases:stage.${stage}`)}
        </Chip>
        {dueAtMs === null || !isOpenCase(afterSale) ? null : <Clock dueAtMs={dueAtMs} size="small" />}
      </header>
      <Facts afterSale={afterSale} />
      {afterSale.messages.length === 0 ? null : <Messages messages={afterSale.messages} />}
      {afterSale.effects.length === 0 ? null : (
        <ul>
          {afterSale.effects.map((effect) => (
            <EffectLine key={effect.id} effect={effect} />
          ))}
        </ul>
      )}
      <Answers afterSale={afterSale} />
    </article>
  );
}

function Facts(props: { readonly afterSale: AfterSaleView }) {
  const t = useWords();
  const { reason, items, trackingNumber, dueAtMs, openedAtMs, remoteId } = props.afterSale;
  const facts = [
    ...(dueAtMs === null ? [] : [{ name: t('cases:fact.due'), value: formatMoment(dueAtMs) }]),
    ...(reason === null ? [] : [{ name: t('cases:fact.reason'), value: reason }]),
    ...(items.length === 0
      ? []
      : [
          {
            name: t('cases:fact.items'),
            value: items.map(({ title, quantity }) => `${title} ×${quantity}`).join(t('board:listSeparator')),
          },
        ]),
    ...(trackingNumber === null ? [] : [{ name: t('cases:fact.return'), value: trackingNumber }]),
    { name: t('cases:fact.opened'), value: formatMoment(openedAtMs) },
    { name: t('cases:fact.number'), value: remoteId },
  ];
  return (
    <dl className={styles['facts']}>
      {facts.map(({ name, value }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function Messages(props: { readonly messages: AfterSaleView['messages'] }) {
  const t = useWords();
  const nowMs = useMinuteMs();
  return (
    <ol className={styles['messages']} aria-label={t('cases:messages')}>
      {props.messages.map(({ by, atMs, text }, index) => (
        <li key={index} data-by={by}>
          <p>{text}</p>
          <small>
            {t(`cases:by.${by}`)}
            {atMs === null ? '' : ` · ${formatDayAndTime(atMs, nowMs, currentLocale(), t)}`}
          </small>
        </li>
      ))}
    </ol>
  );
}

/** The answers that the API takes; all else is answered in the seller centre. */
function Answers(props: { readonly afterSale: AfterSaleView }) {
  const t = useWords();
  const { afterSale } = props;
  const { actions, link } = afterSale;
  const [asked, setAsked] = useState<AnswerAction | null>(null);
  const isWaiting = isAnswering(afterSale);
  if (actions.length === 0 && link === null) return null;
  return (
    <div className={styles['acts']}>
      {isWaiting
        ? null
        : actions.map((action) => (
            <Button key={action} onPress={() => setAsked(action)}>
              {t(`cases:action.${action}`)}
            </Button>
          ))}
      {isWaiting ? <p className={styles['dim']}>{t('cases:waiting')}</p> : null}
      {actions.length === 0 && isOpenCase(afterSale) ? (
        <p className={styles['hint']}>
          <Icon name="info" size={14} />
          {t('cases:noApi')}
        </p>
      ) : null}
      {link === null ? null : (
        <Button kind="link" icon="link" onPress={() => void openLink(link)}>
          {t('order:drawer.sellerCentre')}
        </Button>
      )}
      {asked === null ? null : <AnswerDialog afterSale={afterSale} action={asked} onClose={() => setAsked(null)} />}
    </div>
  );
}
