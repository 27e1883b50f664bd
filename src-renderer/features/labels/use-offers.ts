import { useCallback, useRef, useState } from 'react';
import type { MethodOutput } from '../../../src-main/contract/index.ts';
import type { MeasureView } from '../../../src-main/contract/methods/labels.ts';
import { asCallError, type CallError } from '../../client/call-error.ts';
import { invoke } from '../../client/client.ts';

export type Offers = MethodOutput<'labels.offers'>;

export interface OffersState {
  /** The last answer and the parcel that it is for. */
  readonly found: { readonly offers: Offers; readonly measure: MeasureView } | null;
  readonly error: CallError | null;
  readonly isBusy: boolean;
  readonly ask: (measure: MeasureView) => void;
}

/** Asks the platform for ways to ship a parcel; an answer for an older parcel is dropped. */
export function useOffers(orderId: string): OffersState {
  const [state, setState] = useState<Omit<OffersState, 'ask'>>({ found: null, error: null, isBusy: false });
  const turn = useRef(0);
  const ask = useCallback(
    (measure: MeasureView) => {
      const mine = ++turn.current;
      const settle = (next: Omit<OffersState, 'ask'>) => {
        if (mine === turn.current) setState(next);
      };
      setState({ found: null, error: null, isBusy: true });
      invoke('labels.offers', { orderId, measure }).then(
        (offers) => settle({ found: { offers, measure }, error: null, isBusy: false }),
        (thrown: unknown) => settle({ found: null, error: asCallError(thrown), isBusy: false }),
      );
    },
    [orderId],
  );
  return { ...state, ask };
}
