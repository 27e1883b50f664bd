import { useEffect, useState } from 'react';

/** The value once it has not changed for so long; compared by its JSON. */
export function useSettled<Value>(value: Value, quietMs: number): Value {
  const [settled, setSettled] = useState(value);
  const key = JSON.stringify(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(JSON.parse(key) as Value), quietMs);
    return () => clearTimeout(timer);
  }, [key, quietMs]);
  return settled;
}
