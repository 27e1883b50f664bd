import { useWords } from '../../i18n/use-words.ts';
import { setPreferences, useAppStore } from '../../stores/app-state.ts';
import { startTour, useGuide } from '../../stores/guide.ts';
import { showError } from '../../stores/toast.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import styles from './tour-invitation.module.css';

/** Once, in the demo: a card that offers the tour and lies in nobody's way. */
export function TourInvitation() {
  const t = useWords();
  const isWanted = useAppStore(({ state }) => state !== null && state.isDemo && !state.preferences.hasSeenTour);
  const isUnderWay = useGuide((guide) => guide.tourStep !== null);
  if (!isWanted || isUnderWay) return null;
  return (
    <aside className={styles['invitation']} aria-label={t('guide:invite.title')}>
      <Icon name="play" size={20} />
      <p>
        <b>{t('guide:invite.title')}</b>
        <span>{t('guide:invite.text')}</span>
      </p>
      <Button onPress={startTour}>{t('guide:invite.start')}</Button>
      <Button kind="quiet" onPress={() => void setPreferences({ hasSeenTour: true }).catch(showError)}>
        {t('guide:invite.later')}
      </Button>
    </aside>
  );
}
