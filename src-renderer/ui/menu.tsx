import {
  Menu as AriaMenu,
  MenuItem,
  MenuTrigger,
  Popover as AriaPopover,
  Button as AriaButton,
} from 'react-aria-components';
import { Icon } from './icon.tsx';
import type { IconName } from './icon-paths.ts';
import { KeyCap } from './key-cap.tsx';
import styles from './menu.module.css';

export interface MenuEntry {
  readonly id: string;
  readonly text: string;
  readonly icon?: IconName;
  readonly keys?: readonly string[];
  readonly isDisabled?: boolean;
  readonly tone?: 'plain' | 'late';
  readonly onPick: () => void;
}

/** An icon button that opens a list of actions. */
export function Menu(props: {
  readonly label: string;
  readonly icon?: IconName;
  readonly entries: readonly MenuEntry[];
}) {
  const disabled = props.entries.filter((entry) => entry.isDisabled === true).map((entry) => entry.id);
  return (
    <MenuTrigger>
      <AriaButton className={styles['trigger'] ?? ''} aria-label={props.label}>
        <Icon name={props.icon ?? 'dots'} />
      </AriaButton>
      <AriaPopover className={styles['popover'] ?? ''} placement="bottom end" offset={4}>
        <AriaMenu
          className={styles['menu'] ?? ''}
          disabledKeys={disabled}
          onAction={(key) => props.entries.find((entry) => entry.id === key)?.onPick()}
        >
          {props.entries.map((entry) => (
            <MenuItem
              key={entry.id}
              id={entry.id}
              textValue={entry.text}
              className={styles['item'] ?? ''}
              data-tone={entry.tone ?? 'plain'}
            >
              {entry.icon === undefined ? null : <Icon name={entry.icon} />}
              <span className={styles['text']}>{entry.text}</span>
              {entry.keys === undefined ? null : <KeyCap keys={entry.keys} />}
            </MenuItem>
          ))}
        </AriaMenu>
      </AriaPopover>
    </MenuTrigger>
  );
}
