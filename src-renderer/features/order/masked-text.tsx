import { useWords } from '../../i18n/use-words.ts';
import { maskParts } from './mask.ts';
import styles from './ship-to.module.css';

/** Width of a bar for one hidden character, in em; a bar stays between 24 and 96 px whatever it hides. */
const EM_PER_CHARACTER = 0.62;

/** A masked text with its hidden runs as grey bars; the bars are spoken once, as "hidden". */
export function MaskedText(props: { readonly text: string }) {
  const t = useWords();
  return maskParts(props.text).map((part, index) =>
    part.kind === 'text' ? (
      part.text
    ) : (
      <span
        key={index}
        className={styles['bar']}
        style={{ width: `clamp(24px, ${part.length * EM_PER_CHARACTER}em, 96px)` }}
        role="img"
        aria-label={t('order:shipTo.masked')}
      />
    ),
  );
}
