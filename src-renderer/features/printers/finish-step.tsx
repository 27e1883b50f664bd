import { useWords } from '../../i18n/use-words.ts';
import { cx } from '../../ui/cx.ts';
import { Icon } from '../../ui/icon.tsx';
import { addressWords } from '../../printing/address-words.ts';
import type { Draft } from './draft.ts';
import styles from './set-up.module.css';
import head from './step-head.module.css';

/** What was set up, before it is saved. */
export function FinishStep(props: { readonly draft: Draft }) {
  const t = useWords();
  const { name, address, profile, roles } = props.draft;
  const facts = [
    [t('printing:form.name'), name],
    [t('printers:finish.where'), addressWords(address, t)],
    // A print client knows its paper and its printer's language itself.
    ...(address.kind === 'print-client'
      ? []
      : [
          [t('printing:form.media'), `${profile.mediaWidthMm} × ${profile.mediaHeightMm} mm`] as const,
          [t('printing:form.language'), `${t(`printing:language.${profile.language}`)} · ${profile.dpi} dpi`] as const,
        ]),
    [
      t('printers:paper.roles'),
      roles.length === 0
        ? t('printers:finish.noRole')
        : roles.map((role) => t(`printing:role.${role}`)).join(t('board:listSeparator')),
    ],
  ] as const;
  return (
    <section className={styles['form']}>
      <h1 className={cx(head['title'], styles['done'])}>
        <Icon name="check" size={20} />
        {t('printers:finish.title')}
      </h1>
      <p className={head['lead']}>{t('printers:finish.lead')}</p>
      <dl className={styles['facts']}>
        {facts.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
