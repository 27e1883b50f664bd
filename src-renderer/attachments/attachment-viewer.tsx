import { useEffect, useState } from 'react';
import type { AttachmentView } from '../../src-main/contract/methods/attachments.ts';
import { asCallError, type CallError } from '../client/call-error.ts';
import { saveFile } from '../client/save-file.ts';
import { formatMoment } from '../i18n/format.ts';
import { useWords } from '../i18n/use-words.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { removeFile } from './add-files.ts';
import { AttachmentStage } from './attachment-stage.tsx';
import styles from './attachment-viewer.module.css';
import { fileSizeText } from './file-size.ts';
import { readAttachment } from './pictures.ts';

/** One file large, with the arrows to the others, Esc to close, and the ways to save and to remove it. */
export function AttachmentViewer(props: {
  readonly attachments: readonly AttachmentView[];
  readonly openId: string;
  readonly onOpen: (id: string) => void;
  readonly onClose: () => void;
}) {
  const { attachments, openId, onClose } = props;
  const index = attachments.findIndex(({ id }) => id === openId);
  const attachment = attachments[index];
  // Removed elsewhere, or taken back.
  useEffect(() => {
    if (attachment === undefined) onClose();
  }, [attachment, onClose]);
  if (attachment === undefined) return null;
  const step = (by: 1 | -1) => {
    const next = attachments[(index + by + attachments.length) % attachments.length];
    if (next !== undefined) props.onOpen(next.id);
  };
  const remove = () => {
    const next = attachments[index + 1] ?? attachments[index - 1];
    if (next === undefined) onClose();
    else props.onOpen(next.id);
    void removeFile(attachment);
  };
  return (
    <Viewer
      attachment={attachment}
      place={{ index, count: attachments.length }}
      onStep={step}
      onRemove={remove}
      onClose={onClose}
    />
  );
}

interface ViewerProps {
  readonly attachment: AttachmentView;
  readonly place: { readonly index: number; readonly count: number };
  readonly onStep: (by: 1 | -1) => void;
  readonly onRemove: () => void;
  readonly onClose: () => void;
}

function Viewer(props: ViewerProps) {
  const { attachment, place, onStep } = props;
  const { blob, error, reload } = useFile(attachment.id);
  useArrows(onStep, place.count > 1);
  const actions = <ViewerActions {...props} blob={blob} />;
  return (
    <Dialog
      isOpen
      onClose={props.onClose}
      title={attachment.fileName}
      hint={`${fileSizeText(attachment.sizeBytes)} · ${formatMoment(attachment.addedAtMs)}`}
      width={880}
      actions={actions}
    >
      <div className={styles['stage']}>
        {error !== null ? <ErrorNote error={error} onRetry={reload} /> : null}
        {blob === null && error === null ? <Skeleton width="100%" height={320} /> : null}
        {blob === null ? null : <AttachmentStage attachment={attachment} blob={blob} />}
      </div>
    </Dialog>
  );
}

function ViewerActions(props: ViewerProps & { readonly blob: Blob | null }) {
  const t = useWords();
  const { attachment, place, blob, onStep } = props;
  const save = async () => {
    if (blob !== null) saveFile(attachment.fileName, new Uint8Array(await blob.arrayBuffer()), attachment.media);
  };
  return (
    <>
      {place.count < 2 ? null : (
        <span className={styles['steps']}>
          <IconButton icon="back" label={t('attachments:previous')} onPress={() => onStep(-1)} />
          {t('attachments:place', { index: place.index + 1, count: place.count })}
          <IconButton icon="chevron" label={t('attachments:next')} onPress={() => onStep(1)} />
        </span>
      )}
      <Button kind="danger" icon="trash" onPress={props.onRemove}>
        {t('attachments:remove')}
      </Button>
      <Button kind="primary" icon="arrowDown" isDisabled={blob === null} onPress={() => void save()}>
        {t('attachments:save')}
      </Button>
    </>
  );
}

function useFile(id: string) {
  const [state, setState] = useState<{ readonly blob: Blob | null; readonly error: CallError | null }>({
    blob: null,
    error: null,
  });
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    let isGone = false;
    const settle = (next: typeof state) => {
      if (!isGone) setState(next);
    };
    setState({ blob: null, error: null });
    readAttachment(id).then(
      (blob) => settle({ blob, error: null }),
      (thrown: unknown) => settle({ blob: null, error: asCallError(thrown) }),
    );
    return () => {
      isGone = true;
    };
  }, [id, turn]);
  return { ...state, reload: () => setTurn((last) => last + 1) };
}

/** The arrow keys go to the file beside it, also while a button has the focus. */
function useArrows(onStep: (by: 1 | -1) => void, isOn: boolean): void {
  useEffect(() => {
    if (!isOn) return undefined;
    const hear = (event: KeyboardEvent) => {
      const by = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : null;
      if (by === null || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      onStep(by);
    };
    window.addEventListener('keydown', hear);
    return () => window.removeEventListener('keydown', hear);
  }, [onStep, isOn]);
}
