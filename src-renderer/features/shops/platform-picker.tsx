import { useId } from 'react';
import type { CardView } from '../../../src-main/contract/methods/board.ts';
import { useWords } from '../../i18n/use-words.ts';
import { PlatformBadge } from '../../ui/platform-badge.tsx';
import styles from './platform-picker.module.css';

type Platform = CardView['platform'];

/** Which platform: badge, name, and in a few words what it takes to get in. */
export function PlatformPicker(props: {
  readonly platforms: readonly Platform[];
  readonly value: Platform;
  readonly onChange: (platform: Platform) => void;
}) {
  const t = useWords();
  const name = useId();
  return (
    <fieldset className={styles['picker']}>
      <legend>{t('shops:connect.choose')}</legend>
      <div>
        {props.platforms.map((platform) => (
          <label key={platform}>
            <input
              type="radio"
              name={name}
              checked={platform === props.value}
              onChange={() => props.onChange(platform)}
            />
            <PlatformBadge platform={platform} size="large" />
            <span>
              <b>{t(`common:platform.${platform}`)}</b>
              <small>{t(`shops:platformNote.${platform}`)}</small>
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
