import { useEffect, useState } from 'react';
import { asCallError, type CallError } from '../client/call-error.ts';
import { invoke } from '../client/client.ts';
import type { Carriers } from './likely-carrier.ts';

/** How long a typed number rests before the carriers are asked about it. */
const REST_MS = 400;

export interface CarriersState {
  /** The last answer; stays while a number is typed. Null until the first. */
  readonly value: Carriers | null;
  readonly error: CallError | null;
  readonly reload: () => void;
}

/** The carriers that the platform of an order knows, and which of them a number looks like. Without an order none are asked for. */
export function useCarriers(orderId: string | null, number: string): CarriersState {
  const [state, setState] = useState<Omit<CarriersState, 'reload'>>({ value: null, error: null });
  const [turn, setTurn] = useState(0);
  const trackingNumber = number.trim();
  useEffect(() => {
    if (orderId === null) return;
    let isOver = false;
    const ask = () =>
      invoke('orders.carriers', { id: orderId, trackingNumber }).then(
        (value) => isOver || setState({ value, error: null }),
        (thrown: unknown) => isOver || setState(({ value }) => ({ value, error: asCallError(thrown) })),
      );
    const timer = setTimeout(() => void ask(), trackingNumber === '' ? 0 : REST_MS);
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [orderId, trackingNumber, turn]);
  return { ...state, reload: () => setTurn((last) => last + 1) };
}
