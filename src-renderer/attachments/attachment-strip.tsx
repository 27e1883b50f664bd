import { useRef, useState } from 'react';
import type { AttachmentView } from '../../src-main/contract/methods/attachments.ts';
import { useWords } from '../i18n/use-words.ts';
import { useFileDrop } from '../labels/use-file-drop.ts';
import { Icon } from '../ui/icon.tsx';
import { ATTACHMENT_FILE_TYPES } from './add-files.ts';
import styles from './attachment-strip.module.css';
import { AttachmentTile } from './attachment-tile.tsx';
import { AttachmentViewer } from './attachment-viewer.tsx';
import type { Attach } from './use-attach.ts';

/** Files as tiles, and a last tile that takes more: by drop, or by choosing. */
export function AttachmentStrip(props: { readonly attachments: readonly AttachmentView[]; readonly attach: Attach }) {
  const t = useWords();
  const { attachments, attach } = props;
  const [openId, setOpenId] = useState<string | null>(null);
  const input = useRef<HTMLInputElement>(null);
  const { isOver, dropProps } = useFileDrop(attach.add);
  return (
    <div className={styles['strip']} data-over={isOver ? '' : undefined} {...dropProps}>
      <div className={styles['tiles']}>
        {attachments.map((attachment) => (
          <AttachmentTile key={attachment.id} attachment={attachment} onOpen={() => setOpenId(attachment.id)} />
        ))}
        <button
          type="button"
          className={styles['add']}
          title={t('attachments:hint')}
          aria-label={t('attachments:add')}
          onClick={() => input.current?.click()}
        >
          <Icon name="plus" />
        </button>
      </div>
      <p className={styles['hint']} role="status">
        {attach.busyCount > 0
          ? t('attachments:adding', { count: attach.busyCount })
          : attachments.length === 0
            ? t('attachments:hint')
            : null}
      </p>
      <input
        ref={input}
        className={styles['hidden']}
        type="file"
        multiple
        accept={ATTACHMENT_FILE_TYPES}
        aria-hidden
        tabIndex={-1}
        onChange={(event) => {
          const files = [...(event.target.files ?? [])];
          // The same file chosen again must count as well.
          event.target.value = '';
          attach.add(files);
        }}
      />
      {openId === null ? null : (
        <AttachmentViewer
          attachments={attachments}
          openId={openId}
          onOpen={setOpenId}
          onClose={() => setOpenId(null)}
        />
      )}
    </div>
  );
}
