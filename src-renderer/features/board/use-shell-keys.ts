import { useEffect } from 'react';
import { KeyListener } from './key-listener.ts';

/** Keys and the scanner of the whole window. The shell listens once; what belongs to the board alone works only there. */
export function useShellKeys(): void {
  useEffect(() => {
    const listener = new KeyListener();
    window.addEventListener('keydown', listener.catchEarly, true);
    window.addEventListener('keydown', listener.hear);
    window.addEventListener('pointerdown', listener.flush, true);
    return () => {
      window.removeEventListener('keydown', listener.catchEarly, true);
      window.removeEventListener('keydown', listener.hear);
      window.removeEventListener('pointerdown', listener.flush, true);
      listener.stop();
    };
  }, []);
}
