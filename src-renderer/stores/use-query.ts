import { useCallback, useEffect, useRef, useState } from 'react';
import type { EventName } from '../../src-main/contract/events.ts';
import type { MethodInput, MethodName, MethodOutput } from '../../src-main/contract/index.ts';
import { asCallError, type CallError } from '../client/call-error.ts';
import { invoke, onEvent } from '../client/client.ts';

export interface QueryState<Value> {
  /** The last good answer; stays while a newer one is on its way. */
  readonly value: Value | null;
  readonly error: CallError | null;
  readonly reload: () => void;
}

/**
 * Reads a query and reads it again on each of the events. Answers that arrive after a newer one are dropped.
 * `input` is compared by its JSON.
 */
export function useQuery<Name extends MethodName>(
  name: Name,
  input: MethodInput<Name>,
  events: readonly EventName[] = [],
): QueryState<MethodOutput<Name>> {
  const [state, setState] = useState<{ value: MethodOutput<Name> | null; error: CallError | null }>({
    value: null,
    error: null,
  });
  const turn = useRef(0);
  const inputKey = JSON.stringify(input);
  const eventKey = events.join(' ');
  const reload = useCallback(() => {
    turn.current += 1;
    const mine = turn.current;
    const settle = (change: (last: typeof state) => typeof state) => {
      if (mine === turn.current) setState(change);
    };
    invoke(name, JSON.parse(inputKey) as MethodInput<Name>).then(
      (value) => settle(() => ({ value, error: null })),
      (thrown: unknown) => settle((last) => ({ value: last.value, error: asCallError(thrown) })),
    );
  }, [name, inputKey]);
  useEffect(() => {
    setState((last) => (last.value === null ? last : { value: null, error: null }));
    reload();
    const stops = eventKey === '' ? [] : eventKey.split(' ').map((event) => onEvent(event as EventName, reload));
    return () => {
      turn.current += 1;
      for (const stop of stops) stop();
    };
  }, [reload, eventKey]);
  return { ...state, reload };
}
