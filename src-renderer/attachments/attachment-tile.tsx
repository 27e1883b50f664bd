import { useEffect, useState } from 'react';
import type { AttachmentView } from '../../src-main/contract/methods/attachments.ts';
import { useWords } from '../i18n/use-words.ts';
import { Icon } from '../ui/icon.tsx';
import styles from './attachment-strip.module.css';
import { thumbnailOf } from './pictures.ts';

/** A file as a small picture, or as a sheet with its kind; opens it. */
export function AttachmentTile(props: { readonly attachment: AttachmentView; readonly onOpen: () => void }) {
  const t = useWords();
  const { attachment } = props;
  const picture = useThumbnail(attachment);
  return (
    <button
      type="button"
      className={styles['tile']}
      title={attachment.fileName}
      aria-label={t('attachments:open', { name: attachment.fileName })}
      onClick={props.onOpen}
    >
      {picture === null ? (
        <span className={styles['paper']}>
          <Icon name="file" size={20} />
          {kindText(attachment.media)}
          <span className={styles['name']}>{attachment.fileName}</span>
        </span>
      ) : (
        <img src={picture} alt="" draggable={false} />
      )}
    </button>
  );
}

function useThumbnail(attachment: AttachmentView): string | null {
  const [picture, setPicture] = useState<string | null>(null);
  useEffect(() => {
    let isGone = false;
    void thumbnailOf(attachment).then((url) => {
      if (!isGone) setPicture(url);
    });
    return () => {
      isGone = true;
    };
  }, [attachment]);
  return picture;
}

/** "PDF", "TXT", "JPEG". */
function kindText(media: AttachmentView['media']): string {
  return media === 'text/plain' ? 'TXT' : (media.split('/')[1] ?? '').toUpperCase();
}
