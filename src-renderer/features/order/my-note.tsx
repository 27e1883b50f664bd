import { useRef } from 'react';
import type { OrderView } from '../../../src-main/contract/methods/orders.ts';
import { invoke } from '../../client/client.ts';
import { useWords } from '../../i18n/use-words.ts';
import { Button } from '../../ui/button.tsx';
import { showError } from '../../stores/toast.ts';
import { forgetCommand, rememberOutcome } from '../../stores/undo.ts';
import { OrderSection } from './order-section.tsx';
import styles from './order-note.module.css';
import { useAutoSave, type AutoSave } from './use-auto-save.ts';

/** The contract's bound of a note. */
const NOTE_MAX_LENGTH = 4_000;

/** The seller's own words. Saves itself without a toast; the last save can be taken back beside it. */
export function MyNote(props: { readonly order: OrderView }) {
  const t = useWords();
  const { card, note } = props.order;
  const lastCommand = useRef<string | null>(null);
  const saved = useAutoSave(note, async (text) => {
    try {
      const write = () => invoke('orders.writeNote', { id: card.orderId, text });
      const outcome = await write();
      lastCommand.current = outcome.commandId;
      rememberOutcome('write-note', outcome, write);
      // "nothing-changes" is as good as saved.
      return outcome.results.every((result) => result.ok || result.refusal === 'nothing-changes');
    } catch {
      return false;
    }
  });
  const undo = async () => {
    const commandId = lastCommand.current;
    if (commandId === null) return;
    lastCommand.current = null;
    forgetCommand(commandId);
    await invoke('board.undo', { commandId }).catch(showError);
  };
  return (
    <OrderSection
      title={t('order:note.mine')}
      end={<SaveWords saved={saved} canUndo={lastCommand.current !== null} onUndo={() => void undo()} />}
    >
      <textarea
        className={styles['field']}
        aria-label={t('order:note.mine')}
        placeholder={t('order:note.placeholder')}
        maxLength={NOTE_MAX_LENGTH}
        value={saved.text}
        onChange={(event) => saved.change(event.target.value)}
        onBlur={saved.flush}
      />
    </OrderSection>
  );
}

/** Whether the words are kept, and the way back. */
function SaveWords(props: { readonly saved: AutoSave; readonly canUndo: boolean; readonly onUndo: () => void }) {
  const t = useWords();
  const { state, flush } = props.saved;
  return (
    <span className={styles['state']} data-tone={state === 'failed' ? 'late' : undefined} role="status">
      {state === 'clean' || state === 'dirty' ? null : t(`order:note.${state}`)}
      {state === 'saved' && props.canUndo ? (
        <Button kind="link" size="small" onPress={props.onUndo}>
          {t('order:note.undo')}
        </Button>
      ) : null}
      {state === 'failed' ? (
        <Button kind="link" size="small" onPress={flush}>
          {t('order:note.retry')}
        </Button>
      ) : null}
    </span>
  );
}
