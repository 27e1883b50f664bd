import { z } from 'zod';
import { type JsonNode, member, plain } from '../shared/json.ts';
import { object, text } from './schema.ts';

const flag = z.boolean().nullish().catch(null);
const participations = z.array(
  z.object({
    marketplace: object({ id: text, countryCode: text, defaultCurrencyCode: text }),
    participation: object({ isParticipating: flag, hasSuspendedListings: flag }),
    storeName: text,
  }),
);

export interface Participation {
  readonly id: string;
  readonly currency: string | null;
  readonly storeName: string | null;
  readonly isParticipating: boolean;
  readonly isSuspended: boolean;
}

/** Answer of getMarketplaceParticipations (Sellers API v1); empty when it cannot be read. */
export function parseParticipations(body: JsonNode): Participation[] {
  const parsed = participations.safeParse(plain(member(body, 'payload')));
  return (parsed.data ?? []).flatMap(({ marketplace, participation, storeName }) =>
    marketplace === null || marketplace.id === null
      ? []
      : [
          {
            id: marketplace.id,
            currency: marketplace.defaultCurrencyCode,
            storeName,
            isParticipating: participation?.isParticipating ?? true,
            isSuspended: participation?.hasSuspendedListings ?? false,
          },
        ],
  );
}
