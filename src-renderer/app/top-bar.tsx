import { useWords } from '../i18n/use-words.ts';
import { thingsToLookAt } from '../printing/to-look-at.ts';
import { toggleHelp } from '../stores/guide.ts';
import { useBatches, useOpenCaseCount } from '../stores/machines.ts';
import { goTo, PLACES, useRoute, type Place } from '../stores/route.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { Menu } from '../ui/menu.tsx';
import { Health } from './health.tsx';
import styles from './top-bar.module.css';

/** The title bar: mark, places, health. `isBare` before the store is open: only the mark. */
export function TopBar(props: { readonly isBare?: boolean }) {
  const t = useWords();
  return (
    <header className={styles['bar']}>
      <div className={styles['brand']}>
        <Logo />
        <span className={styles['name']}>{t('common:appName')}</span>
      </div>
      {props.isBare === true ? null : (
        <>
          <Places />
          <Health />
          <span className={styles['help']} data-tour="help">
            <IconButton icon="help" label={t('guide:help.open')} onPress={toggleHelp} />
          </span>
        </>
      )}
    </header>
  );
}

interface PlaceBadge {
  readonly count: number;
  readonly tone: 'soon' | 'late';
}

/** What wants a look, by place. */
function useBadges(): Readonly<Partial<Record<Place, PlaceBadge>>> {
  const printing = thingsToLookAt(useBatches());
  const cases = useOpenCaseCount();
  return { printing, cases: { count: cases, tone: 'soon' } };
}

/** All places side by side; in a narrow window (200 % zoom) the one we are in and a menu of all. */
function Places() {
  const t = useWords();
  const current = useRoute((route) => route.place);
  const badges = useBadges();
  return (
    <nav className={styles['places']} aria-label={t('common:places')}>
      <span className={styles['menu']}>
        <Menu
          label={t('common:places')}
          icon="list"
          entries={PLACES.map((place) => ({
            id: place,
            text: t(`common:place.${place}`),
            onPick: () => goTo(place),
          }))}
        />
      </span>
      {PLACES.map((place) => (
        <button
          key={place}
          type="button"
          data-place={place}
          aria-current={place === current ? 'page' : undefined}
          title={badgeTitle(badges[place]?.count ?? 0)}
          onClick={() => goTo(place)}
        >
          {t(`common:place.${place}`)}
          <Badge badge={badges[place]} />
        </button>
      ))}
    </nav>
  );

  function badgeTitle(count: number): string | undefined {
    return count > 0 ? t('common:badge', { count }) : undefined;
  }
}

/** How many things in a place want a look. */
function Badge(props: { readonly badge: PlaceBadge | undefined }) {
  const { badge } = props;
  if (badge === undefined || badge.count === 0) return null;
  return (
    <b className={styles['badge']} data-tone={badge.tone} aria-hidden="true">
      {badge.count}
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
