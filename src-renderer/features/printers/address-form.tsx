import { useState } from 'react';
import { invoke } from '../../client/client.ts';
import { useWords } from '../../i18n/use-words.ts';
import { Button } from '../../ui/button.tsx';
import { Choices } from '../../ui/choices.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { draftOfAddress, type Draft } from './draft.ts';
import styles from './find-step.module.css';
import { typedAddress, type AddressKind, type TypedAddress } from './typed-address.ts';

const EMPTY: TypedAddress = { kind: 'tcp', host: '', port: '9100', path: '', baudRate: '115200' };

/** For a printer that no search finds: its address on the network, a serial port, or a folder. */
export function AddressForm(props: { readonly onAddress: (draft: Draft) => void }) {
  const t = useWords();
  const [typed, setTyped] = useState(EMPTY);
  const [wasTried, setWasTried] = useState(false);
  const [isBusy, setIsBusy] = useState(false);
  const change = (part: Partial<TypedAddress>) => setTyped((last) => ({ ...last, ...part }));
  const address = typedAddress(typed);
  const fault = wasTried && address === null ? t('printers:type.fault') : null;
  const go = async () => {
    setWasTried(true);
    if (address === null) return;
    setIsBusy(true);
    // A printer that cannot be asked now can still be set up: the test label tells the rest.
    const asked = address.kind === 'folder' ? null : await invoke('printers.probe', { address }).catch(() => null);
    setIsBusy(false);
    props.onAddress(draftOfAddress(address, typed.kind === 'tcp' ? typed.host.trim() : typed.path.trim(), asked));
  };
  return (
    <form
      className={styles['typed']}
      onSubmit={(event) => {
        event.preventDefault();
        void go();
      }}
    >
      <Choices<AddressKind>
        label={t('printers:type.kind')}
        value={typed.kind}
        options={(['tcp', 'serial', 'folder'] as const).map((kind) => ({
          value: kind,
          text: t(`printers:type.${kind}`),
        }))}
        onChange={(kind) => change({ kind })}
      />
      {typed.kind === 'tcp' ? (
        <div className={styles['pair']}>
          <TextField
            autoFocus
            isCode
            label={t('printing:form.host')}
            hint={t('printing:form.hostHelp')}
            maxLength={255}
            value={typed.host}
            error={fault}
            onChange={(host) => change({ host })}
          />
          <TextField
            isCode
            label={t('printing:form.port')}
            hint={t('printing:form.portHelp')}
            value={typed.port}
            onChange={(port) => change({ port })}
          />
        </div>
      ) : (
        <div className={styles['pair']}>
          <TextField
            isCode
            label={t(`printers:type.${typed.kind}Path`)}
            hint={t(`printers:type.${typed.kind}Help`)}
            maxLength={1_000}
            value={typed.path}
            error={fault}
            onChange={(path) => change({ path })}
          />
          {typed.kind === 'serial' ? (
            <TextField
              isCode
              label={t('printers:type.baud')}
              value={typed.baudRate}
              onChange={(baudRate) => change({ baudRate })}
            />
          ) : null}
        </div>
      )}
      <Button kind="primary" type="submit" isBusy={isBusy}>
        {isBusy ? t('printers:type.asking') : t('printers:type.go')}
      </Button>
    </form>
  );
}
