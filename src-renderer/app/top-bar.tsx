import { useWords } from '../i18n/use-words.ts';
import { thingsToLookAt } from '../printing/to-look-at.ts';
import { useBatches } from '../stores/machines.ts';
import { goTo, PLACES, useRoute } from '../stores/route.ts';
import { Health } from './health.tsx';
import styles from './top-bar.module.css';

/** The title bar: mark, places, health. `isBare` before the store is open: only the mark. */
export function TopBar(props: { readonly isBare?: boolean }) {
  const t = useWords();
  return (
    <header className={styles['bar']}>
      <div className={styles['brand']}>
        <Logo />
        <span>{t('common:appName')}</span>
      </div>
      {props.isBare === true ? null : (
        <>
          <Places />
          <Health />
        </>
      )}
    </header>
  );
}

function Places() {
  const t = useWords();
  const current = useRoute((route) => route.place);
  const { count } = thingsToLookAt(useBatches());
  return (
    <nav className={styles['places']} aria-label={t('common:places')}>
      {PLACES.map((place) => (
        <button
          key={place}
          type="button"
          aria-current={place === current ? 'page' : undefined}
          title={place === 'printing' && count > 0 ? t('common:badge', { count }) : undefined}
          onClick={() => goTo(place)}
        >
          {t(`common:place.${place}`)}
          {place === 'printing' ? <PrintingBadge /> : null}
        </button>
      ))}
    </nav>
  );
}

/** How many things in the printing centre want a look. */
function PrintingBadge() {
  const { count, tone } = thingsToLookAt(useBatches());
  if (count === 0) return null;
  return (
    <b className={styles['badge']} data-tone={tone} aria-hidden="true">
      {count}
    </b>
  );
}

/** A label with a barcode: our mark. */
function Logo() {
  return (
    <svg className={styles['logo']} viewBox="0 0 20 20" aria-hidden="true">
      <rect x="3" y="1.5" width="14" height="17" rx="2" />
      <path className={styles['lines']} d="M6 5h8M6 8h5" />
      <path
        className={styles['code']}
        d="M6 12h1v4H6zM8 12h.7v4H8zM9.7 12h1.5v4H9.7zM12 12h.7v4H12zM13.5 12h.7v4h-.7z"
      />
    </svg>
  );
}
