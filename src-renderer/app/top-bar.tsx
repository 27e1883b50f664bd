import { useWords } from '../i18n/use-words.ts';
import { thingsToLookAt } from '../printing/to-look-at.ts';
import { useBatches, useOpenCaseCount } from '../stores/machines.ts';
import { goTo, PLACES, useRoute, type Place } from '../stores/route.ts';
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
  const { count, tone } = thingsToLookAt(useBatches());
  const counts: Readonly<Partial<Record<Place, number>>> & { readonly printing: number; readonly cases: number } = {
    printing: count,
    cases: useOpenCaseCount(),
  };
  return (
    <nav className={styles['places']} aria-label={t('common:places')}>
      {PLACES.map((place) => (
        <button
          key={place}
          type="button"
          aria-current={place === current ? 'page' : undefined}
          title={(counts[place] ?? 0) > 0 ? t('common:badge', { count: counts[place] ?? 0 }) : undefined}
          onClick={() => goTo(place)}
        >
          {t(`common:place.${place}`)}
          {place === 'printing' ? <Badge count={counts.printing} tone={tone} /> : null}
          {place === 'cases' ? <Badge count={counts.cases} tone="soon" /> : null}
        </button>
      ))}
    </nav>
  );
}

/** How many things in a place want a look. */
function Badge(props: { readonly count: number; readonly tone: string }) {
  if (props.count === 0) return null;
  return (
    <b className={styles['badge']} data-tone={props.tone} aria-hidden="true">
      {props.count}
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
