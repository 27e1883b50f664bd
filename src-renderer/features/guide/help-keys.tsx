import { useWords } from '../../i18n/use-words.ts';
import { KeyCap } from '../../ui/key-cap.tsx';
import type { HelpTopic } from './help-topics.ts';
import styles from './help-panel.module.css';

/** The keys to know first, by topic; the whole table is one press away. */
const KEYS = {
  today: [
    ['numbers', ['J', 'K']],
    ['blocks', ['←', '→']],
    ['open', ['Enter']],
  ],
  board: [
    ['cards', ['J', 'K']],
    ['select', ['X']],
    ['print', ['P']],
    ['lanes', ['1–8']],
    ['undo', ['Ctrl Z']],
  ],
  order: [
    ['orders', ['J', 'K']],
    ['print', ['P']],
    ['close', ['Esc']],
  ],
  find: [
    ['search', ['/']],
    ['palette', ['Ctrl K']],
  ],
  printing: [
    ['next', ['Enter']],
    ['labels', ['←', '→']],
  ],
  cases: [
    ['rows', ['J', 'K']],
    ['order', ['Enter']],
  ],
  stock: [
    ['rows', ['J', 'K']],
    ['edit', ['Enter']],
    ['search', ['/']],
    ['add', ['N']],
    ['close', ['Esc']],
  ],
  shops: [],
  settings: [
    ['larger', ['Ctrl +']],
    ['smaller', ['Ctrl -']],
    ['plain', ['Ctrl 0']],
  ],
} as const satisfies Readonly<Record<HelpTopic, readonly (readonly [string, readonly string[]])[]>>;

export function HelpKeys(props: { readonly topic: HelpTopic }) {
  const t = useWords();
  const keys = KEYS[props.topic];
  if (keys.length === 0) return null;
  return (
    <section>
      <h3>{t('guide:help.keysHere')}</h3>
      <dl className={styles['keys']}>
        {keys.map(([name, caps]) => (
          <div key={name}>
            <dt>{t(`guide:key.${name}`)}</dt>
            <dd>
              <KeyCap keys={caps} size="large" />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
