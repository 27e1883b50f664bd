import type { CardView } from '../../src-main/contract/methods/board.ts';
import { useWords } from '../i18n/use-words.ts';
import styles from './platform-badge.module.css';

const LETTERS: Readonly<Record<CardView['platform'], string>> = {
  amazon: 'AM',
  ozon: 'OZ',
  coupang: 'CP',
  aliexpress: 'AE',
  taobao: 'TB',
};

/** Our own letter mark of a platform; its name is spoken. */
export function PlatformBadge(props: { readonly platform: CardView['platform']; readonly size?: 'small' | 'large' }) {
  const t = useWords();
  const name = t(`common:platform.${props.platform}`);
  return (
    <abbr className={styles['badge']} data-platform={props.platform} data-size={props.size ?? 'small'} title={name}>
      {LETTERS[props.platform]}
    </abbr>
  );
}
