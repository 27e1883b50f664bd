import type { ReactNode } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { useWords } from '../i18n/use-words.ts';
import styles from './dialog.module.css';
import { IconButton } from './icon-button.tsx';

export interface DialogProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly title: string;
  /** One line under the title. */
  readonly hint?: string;
  /** Pixels; 480 unless told. */
  readonly width?: number;
  readonly children: ReactNode;
  /** Buttons at the foot, the primary one last. */
  readonly actions?: ReactNode;
  /** alertdialog for what nothing can take back. */
  readonly role?: 'dialog' | 'alertdialog';
}

/** A modal dialog: traps focus, closes with Esc or a press outside, gives the focus back. */
export function Dialog(props: DialogProps) {
  const t = useWords();
  return (
    <ModalOverlay
      className={styles['scrim'] ?? ''}
      isOpen={props.isOpen}
      isDismissable
      onOpenChange={(isOpen) => {
        if (!isOpen) props.onClose();
      }}
    >
      <Modal className={styles['modal'] ?? ''} style={{ width: props.width ?? 480 }}>
        <AriaDialog className={styles['dialog'] ?? ''} role={props.role ?? 'dialog'}>
          <header className={styles['head']}>
            <div>
              <Heading slot="title" className={styles['title'] ?? ''}>
                {props.title}
              </Heading>
              {props.hint === undefined ? null : <p className={styles['hint']}>{props.hint}</p>}
            </div>
            <IconButton icon="cross" label={t('common:action.close')} onPress={props.onClose} />
          </header>
          <div className={styles['body']}>{props.children}</div>
          {props.actions === undefined ? null : <footer className={styles['actions']}>{props.actions}</footer>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
