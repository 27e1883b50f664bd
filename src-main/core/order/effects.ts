import type { ParcelId } from '../shared/ids.ts';
import type { PlatformStep } from './facts.ts';

/** One change to push to a platform. `remoteId` names the order there; amounts and numbers are what the seller confirmed. */
export type Effect =
  | { readonly kind: 'confirm'; readonly remoteId: string; readonly packages: readonly EffectPackage[] }
  | {
      readonly kind: 'push-tracking';
      readonly remoteId: string;
      readonly parcelId: ParcelId;
      readonly trackingNumber: string;
      readonly carrier: string | null;
    }
  | { readonly kind: 'push-in-transit'; readonly remoteId: string }
  | { readonly kind: 'push-last-mile'; readonly remoteId: string }
  | { readonly kind: 'push-delivered'; readonly remoteId: string }
  | { readonly kind: 'cancel'; readonly remoteId: string; readonly reasonId: string; readonly message: string };

export type EffectKind = Effect['kind'];

export interface EffectPackage {
  readonly items: readonly { readonly remoteSku: string; readonly quantity: number }[];
}

/** Kinds in the order they may happen; each is a PlatformStep as well. */
export const EFFECT_KINDS = [
  'confirm',
  'push-tracking',
  'push-in-transit',
  'push-last-mile',
  'push-delivered',
  'cancel',
] as const satisfies readonly (EffectKind & PlatformStep)[];
