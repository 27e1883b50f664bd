import { useState } from 'react';
import type { CardView } from '../../../src-main/contract/methods/board.ts';
import type { ShopCheckView, ShopView } from '../../../src-main/contract/methods/shops.ts';
import { asCallError, type CallError } from '../../client/call-error.ts';
import { invoke } from '../../client/client.ts';
import { cleanValues, formFaults, initialValues, type FieldFault, type SettingField } from './connect-form.ts';

export interface Connect {
  readonly values: Readonly<Record<string, string>>;
  readonly name: string;
  readonly faults: Readonly<Record<string, FieldFault>>;
  /** The platform's last answer to what is typed now. */
  readonly check: ShopCheckView | null;
  readonly error: CallError | null;
  readonly busy: 'test' | 'connect' | null;
  readonly setValue: (key: string, value: string) => void;
  readonly setName: (name: string) => void;
  readonly test: () => void;
  readonly connect: () => void;
}

/** The state of a connect form: faults show after the first try, an answer goes when what it was about changes. */
export function useConnect(
  platform: CardView['platform'],
  fields: readonly SettingField[],
  /** The shop whose settings are changed; null: a new one. */
  shop: ShopView | null,
  onConnected: () => void,
): Connect {
  const known = shop?.settings ?? null;
  const [values, setValues] = useState(() => initialValues(fields, known));
  const [name, setName] = useState(shop?.name ?? '');
  const [wasTried, setWasTried] = useState(false);
  const [check, setCheck] = useState<ShopCheckView | null>(null);
  const [error, setError] = useState<CallError | null>(null);
  const [busy, setBusy] = useState<Connect['busy']>(null);
  const faults = formFaults(fields, values, known);
  const asked = { platform, settings: cleanValues(values), ...(shop === null ? {} : { shopId: shop.id }) };

  const attempt = async (kind: 'test' | 'connect', call: () => Promise<ShopCheckView | null>) => {
    setWasTried(true);
    if (Object.keys(faults).length > 0 || busy !== null) return;
    setBusy(kind);
    setError(null);
    setCheck(null);
    try {
      setCheck(await call());
    } catch (thrown) {
      setError(asCallError(thrown));
    }
    setBusy(null);
  };

  return {
    values,
    name,
    faults: wasTried ? faults : {},
    check,
    error,
    busy,
    setName,
    setValue: (key, value) => {
      setValues((last) => ({ ...last, [key]: value }));
      setCheck(null);
    },
    test: () => void attempt('test', () => invoke('shops.test', asked)),
    connect: () =>
      void attempt('connect', async () => {
        const answer = await invoke('shops.connect', { ...asked, name: name.trim() });
        if (answer.shopId !== null) onConnected();
        return answer.check;
      }),
  };
}
