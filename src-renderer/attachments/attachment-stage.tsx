import { useEffect, useState } from 'react';
import type { AttachmentView } from '../../src-main/contract/methods/attachments.ts';
import { useWords } from '../i18n/use-words.ts';
import { useQuery } from '../stores/use-query.ts';
import { Icon } from '../ui/icon.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import styles from './attachment-viewer.module.css';

/** More of a text than this is not laid out; saving gives all of it. */
const TEXT_LIMIT_BYTES = 200_000;

/** What a file holds: the picture, the text, or the pages of a PDF. */
export function AttachmentStage(props: { readonly attachment: AttachmentView; readonly blob: Blob }) {
  const { attachment, blob } = props;
  if (blob.type.startsWith('image/')) return <Picture blob={blob} fileName={attachment.fileName} />;
  if (blob.type === 'text/plain') return <Text blob={blob} />;
  return <Pages id={attachment.id} />;
}

/** The pages under each other, as main has drawn them. */
function Pages(props: { readonly id: string }) {
  const t = useWords();
  const { value, error } = useQuery('attachments.pages', { id: props.id });
  if (error !== null) return <Unshown reason="pdf" />;
  if (value === null) return <Skeleton width="100%" height={320} />;
  const count = value.pages.length;
  return (
    <div className={styles['pages']} tabIndex={0} role="group" aria-label={t('attachments:pages', { count })}>
      {value.pages.map(({ png }, index) => (
        <img
          key={index}
          src={`data:image/png;base64,${png}`}
          alt={t('attachments:place', { index: index + 1, count })}
          draggable={false}
        />
      ))}
    </div>
  );
}

function Picture(props: { readonly blob: Blob; readonly fileName: string }) {
  const [url, setUrl] = useState<string | null>(null);
  const [isBroken, setIsBroken] = useState(false);
  useEffect(() => {
    const made = URL.createObjectURL(props.blob);
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [props.blob]);
  if (isBroken) return <Unshown reason="unreadable" />;
  if (url === null) return null;
  return <img className={styles['picture']} src={url} alt={props.fileName} onError={() => setIsBroken(true)} />;
}

function Text(props: { readonly blob: Blob }) {
  const [text, setText] = useState('');
  useEffect(() => {
    let isGone = false;
    void props.blob
      .slice(0, TEXT_LIMIT_BYTES)
      .arrayBuffer()
      .then((bytes) => {
        if (!isGone) setText(decoded(bytes));
      });
    return () => {
      isGone = true;
    };
  }, [props.blob]);
  return (
    <pre className={styles['text']} tabIndex={0}>
      {text}
    </pre>
  );
}

/** UTF-8, or the encoding that Chinese Windows programs write. A character that the limit cut in two is left out. */
function decoded(bytes: ArrayBuffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
  } catch {
    return new TextDecoder('gb18030').decode(bytes, { stream: true });
  }
}

function Unshown(props: { readonly reason: 'pdf' | 'unreadable' }) {
  const t = useWords();
  return (
    <div className={styles['sheet']}>
      <Icon name="file" size={24} />
      <p>{t(`attachments:${props.reason}`)}</p>
    </div>
  );
}
