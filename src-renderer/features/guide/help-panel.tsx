import { useEffect, useState } from 'react';
import { useWords, type Words } from '../../i18n/use-words.ts';
import { useAppStore } from '../../stores/app-state.ts';
import { openHelp, useDialogs } from '../../stores/dialogs.ts';
import { closeHelpPanel, startTour, toggleHelp, useGuide } from '../../stores/guide.ts';
import { useRoute } from '../../stores/route.ts';
import { isTakenElsewhere } from '../../stores/taken-keys.ts';
import { Button } from '../../ui/button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { useKeyName } from '../../ui/key-names.ts';
import { HELP_TOPICS, topicOf, type HelpTopic } from './help-topics.ts';
import { HelpKeys } from './help-keys.tsx';
import styles from './help-panel.module.css';

/** Help beside what one is doing, opened by F1 at the right topic. */
export function HelpPanel() {
  const isOpen = useGuide((guide) => guide.isHelpOpen);
  const first = useRoute(({ place, openOrderId }) => topicOf(place, openOrderId !== null));
  useHelpKeys(isOpen);
  return isOpen ? <OpenHelp key={first} first={first} /> : null;
}

/** F1 works in fields as well; over a dialog it would open underneath. */
function useHelpKeys(isOpen: boolean): void {
  useEffect(() => {
    const hear = (event: KeyboardEvent) => {
      if (event.key === 'F1' && useDialogs.getState().open === null) {
        event.preventDefault();
        toggleHelp();
      } else if (isOpen && event.key === 'Escape' && !isTakenElsewhere(event)) {
        // The one key must not close what lies under the help as well.
        event.preventDefault();
        event.stopImmediatePropagation();
        closeHelpPanel();
      }
    };
    window.addEventListener('keydown', hear, true);
    return () => window.removeEventListener('keydown', hear, true);
  }, [isOpen]);
}

function OpenHelp(props: { readonly first: HelpTopic }) {
  const t = useWords();
  const [topic, setTopic] = useState(props.first);
  return (
    <aside
      className={styles['panel']}
      aria-label={t('guide:help.title')}
      data-side={props.first === 'order' ? 'left' : 'right'}
    >
      <header>
        <h2>{t(`guide:topic.${topic}.title`)}</h2>
        <IconButton icon="cross" label={t('guide:help.close')} onPress={closeHelpPanel} />
      </header>
      <Paragraphs topic={topic} />
      <HelpKeys topic={topic} />
      <nav aria-label={t('guide:help.topics')}>
        <h3>{t('guide:help.topics')}</h3>
        {HELP_TOPICS.filter((other) => other !== topic).map((other) => (
          <button key={other} type="button" onClick={() => setTopic(other)}>
            {t(`guide:topic.${other}.title`)}
          </button>
        ))}
      </nav>
      <footer>
        <TourButton />
        <Button icon="keyboard" keys={['?']} onPress={() => openHelp('keys')}>
          {t('guide:help.allKeys')}
        </Button>
      </footer>
    </aside>
  );
}

/** The words of a topic: as many paragraphs as it has. */
function Paragraphs(props: { readonly topic: HelpTopic }) {
  const t = useWords();
  const key = useKeyName()('Ctrl');
  return (
    <div className={styles['text']}>
      {paragraphsOf(props.topic, key, t).map((text) => (
        <p key={text}>{text}</p>
      ))}
    </div>
  );
}

function paragraphsOf(topic: HelpTopic, key: string, t: Words): string[] {
  const loose = t as unknown as (
    key: string,
    params: { readonly key: string; readonly defaultValue: string },
  ) => string;
  return ['1', '2', '3', '4']
    .map((number) => loose(`guide:topic.${topic}.${number}`, { key, defaultValue: '' }))
    .filter((text) => text !== '');
}

/** The tour goes through the demo; in a shop of one's own it would print real labels. */
function TourButton() {
  const t = useWords();
  const isDemo = useAppStore(({ state }) => state?.isDemo === true);
  if (!isDemo) return <p className={styles['hint']}>{t('guide:help.demoOnly')}</p>;
  return (
    <Button icon="play" onPress={startTour}>
      {t('guide:help.tour')}
    </Button>
  );
}
