import { useRef } from 'react';
import { invoke } from '../../client/client.ts';
import { currentWords, useWords } from '../../i18n/use-words.ts';
import { useFileDrop } from '../../labels/use-file-drop.ts';
import { showError, showToast } from '../../stores/toast.ts';
import { Icon } from '../../ui/icon.tsx';
import styles from './product-panel.module.css';
import { shrinkPicture } from './shrink-picture.ts';
import type { StockRow } from './stock-store.ts';

/** The product's picture: dropped here or chosen, made small before it is kept. */
export function ProductPicture(props: { readonly row: StockRow }) {
  const t = useWords();
  const input = useRef<HTMLInputElement>(null);
  const { product, picture } = props.row;
  const take = (files: readonly File[] | FileList | null) => {
    const [file] = files ?? [];
    if (file !== undefined) void setPicture(product.sku, file);
  };
  const drop = useFileDrop(take);
  return (
    <div className={styles['picture']} data-is-over={drop.isOver || undefined} {...drop.dropProps}>
      <button
        type="button"
        title={t('stock:picture.drop')}
        aria-label={t('stock:picture.choose')}
        onClick={() => input.current?.click()}
      >
        {picture === null ? (
          <Icon name="plus" size={20} />
        ) : (
          <img src={picture} alt={t('stock:picture.alt', { title: product.title })} draggable={false} />
        )}
      </button>
      {picture === null ? null : (
        <button
          type="button"
          className={styles['away']}
          aria-label={t('stock:picture.remove')}
          title={t('stock:picture.remove')}
          onClick={() => void invoke('stock.setPicture', { sku: product.sku, base64: null }).catch(showError)}
        >
          <Icon name="cross" size={12} />
        </button>
      )}
      <input
        ref={input}
        type="file"
        hidden
        accept="image/png,image/jpeg,image/webp"
        onChange={(event) => {
          take(event.target.files);
          event.target.value = '';
        }}
      />
    </div>
  );
}

async function setPicture(sku: string, file: File): Promise<void> {
  const base64 = await shrinkPicture(file);
  if (base64 === null) showToast({ tone: 'late', text: currentWords()('stock:picture.unreadable') });
  else await invoke('stock.setPicture', { sku, base64 }).catch(showError);
}
