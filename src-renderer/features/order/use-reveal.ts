import { useCallback, useEffect, useRef, useState } from 'react';
import type { AddressView } from '../../../src-main/contract/methods/orders.ts';
import { invoke } from '../../client/client.ts';

export interface Reveal {
  /** The address in full while the seller holds on; null at any other time. */
  readonly address: AddressView | null;
  readonly hasFailed: boolean;
  readonly isHeld: boolean;
  readonly hold: () => void;
  readonly letGo: () => void;
}

/** Shows the full address of one order exactly as long as it is held; an answer that comes after letting go is dropped. */
export function useReveal(orderId: string): Reveal {
  const [address, setAddress] = useState<AddressView | null>(null);
  const [hasFailed, setHasFailed] = useState(false);
  const [isHeld, setIsHeld] = useState(false);
  const holdNumber = useRef(0);

  const letGo = useCallback(() => {
    holdNumber.current += 1;
    setIsHeld(false);
    setAddress(null);
  }, []);

  const hold = useCallback(() => {
    const mine = ++holdNumber.current;
    setIsHeld(true);
    setHasFailed(false);
    invoke('orders.reveal', { id: orderId }).then(
      (answer) => {
        if (holdNumber.current === mine) setAddress(answer.address);
      },
      () => {
        if (holdNumber.current === mine) setHasFailed(true);
      },
    );
  }, [orderId]);

  // Another order, another window or another program in front: the address is gone.
  useEffect(() => {
    window.addEventListener('blur', letGo);
    document.addEventListener('visibilitychange', letGo);
    return () => {
      window.removeEventListener('blur', letGo);
      document.removeEventListener('visibilitychange', letGo);
      letGo();
    };
  }, [letGo, orderId]);

  return { address, hasFailed, isHeld, hold, letGo };
}
