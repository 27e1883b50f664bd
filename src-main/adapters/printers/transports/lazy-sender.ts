import type { AddressKind, Sender } from './sender.ts';

/** A sender that is loaded with the first job. What cannot be loaded is a way this system does not have. */
export function lazySender<Kind extends AddressKind>(load: () => Promise<Sender<Kind>>): Sender<Kind> {
  let loaded: Promise<Sender<Kind> | null> | undefined;
  const get = (): Promise<Sender<Kind> | null> => (loaded ??= load().catch(() => null));
  return {
    send: async (address, payload, context) =>
      (await get())?.send(address, payload, context) ?? { kind: 'not-sent', reason: 'not-supported' },
    status: async (address, profile, limitMs) => {
      const sender = await get();
      if (sender === null) return { kind: 'unreachable', reason: 'not-supported' };
      return (await sender.status?.(address, profile, limitMs)) ?? { kind: 'silent' };
    },
  };
}
