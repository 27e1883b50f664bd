import { useState } from 'react';
import type { ShopView } from '../../../src-main/contract/methods/shops.ts';
import { invoke } from '../../client/client.ts';
import { useWords } from '../../i18n/use-words.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { run } from './run-shops.ts';

/** Another name for a shop, as it stands on the board. */
export function RenameDialog(props: { readonly shop: ShopView; readonly onClose: () => void }) {
  const t = useWords();
  const { shop, onClose } = props;
  const [name, setName] = useState(shop.name);
  const isMissing = name.trim() === '';
  const save = () => {
    if (isMissing) return;
    onClose();
    if (name.trim() !== shop.name) void run(invoke('shops.rename', { id: shop.id, name: name.trim() }));
  };
  const actions = (
    <>
      <Button onPress={onClose}>{t('common:action.cancel')}</Button>
      <Button kind="primary" isDisabled={isMissing} onPress={save}>
        {t('shops:rename.do')}
      </Button>
    </>
  );
  return (
    <Dialog isOpen onClose={onClose} title={t('shops:rename.title', { name: shop.name })} actions={actions}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <TextField
          autoFocus
          label={t('shops:connect.name')}
          maxLength={200}
          value={name}
          error={isMissing ? t('shops:fieldFault.missing') : null}
          onChange={setName}
        />
      </form>
    </Dialog>
  );
}
