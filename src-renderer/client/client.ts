import { z } from 'zod';
import { ERROR_CODES, paramsSchema } from '../../src-main/contract/errors.ts';
import { EVENTS, type EventName, type EventPayload } from '../../src-main/contract/events.ts';
import type { MethodInput, MethodName, MethodOutput } from '../../src-main/contract/index.ts';
import { CallError } from './call-error.ts';

const envelopeSchema = z.discriminatedUnion('ok', [
  z.strictObject({ ok: z.literal(true), value: z.unknown() }),
  z.strictObject({ ok: z.literal(false), code: z.enum(ERROR_CODES), params: paramsSchema, retryable: z.boolean() }),
]);

/** Calls a method of the contract. Throws CallError with the code of the answer; 'internal' when the answer is none. */
export async function invoke<Name extends MethodName>(
  name: Name,
  input: MethodInput<Name>,
): Promise<MethodOutput<Name>> {
  const envelope = envelopeSchema.safeParse(await window.chudan.invoke(name, input));
  if (!envelope.success) throw new CallError('internal');
  if (!envelope.data.ok) throw new CallError(envelope.data.code, envelope.data.params, envelope.data.retryable);
  // The value was checked against the method's output schema before it left main.
  return envelope.data.value as MethodOutput<Name>;
}

const eventSchema = z.object({ name: z.string(), payload: z.unknown() });

/** Who hears what. */
interface Hearer {
  readonly name: EventName;
  readonly listener: (payload: never) => void;
}

let hearers: readonly Hearer[] = [];
/** One line to the bridge for everybody: each event is read and checked once. */
let hangUp: (() => void) | null = null;

/** Hears one kind of event until the returned function is called. Events of another shape are dropped. */
export function onEvent<Name extends EventName>(
  name: Name,
  listener: (payload: EventPayload<Name>) => void,
): () => void {
  const hearer: Hearer = { name, listener };
  hearers = [...hearers, hearer];
  hangUp ??= window.chudan.subscribe(passOn);
  return () => {
    hearers = hearers.filter((other) => other !== hearer);
    if (hearers.length > 0) return;
    hangUp?.();
    hangUp = null;
  };
}

function passOn(raw: unknown): void {
  const event = eventSchema.safeParse(raw);
  if (!event.success) return;
  const name = Object.keys(EVENTS).find((known): known is EventName => known === event.data.name);
  if (name === undefined) return;
  const payload = EVENTS[name].safeParse(event.data.payload);
  if (!payload.success) return;
  for (const hearer of hearers) if (hearer.name === name) hearer.listener(payload.data as never);
}
