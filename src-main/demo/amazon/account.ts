import type { Region } from './marketplaces.ts';

/** What a seller ticks for an app; an operation asks for one of some. */
export const amazonRoles = [
  'inventory-and-order-tracking',
  'direct-to-consumer-shipping',
  'buyer-communication',
  'buyer-solicitation',
  'finance-and-accounting',
  'product-listing',
  'selling-partner-insights',
  'tax-invoicing',
] as const;

export type AmazonRole = (typeof amazonRoles)[number];

/** A private app of one seller, as the Solution Provider Portal keeps it. */
export interface AmazonApp {
  clientId: string;
  secrets: ClientSecret[];
  roles: AmazonRole[];
}

/** Secrets live 180 days; after a rotation the old one works for 7 more. */
export interface ClientSecret {
  value: string;
  createdAtMs: number;
  expiresAtMs: number;
}

/** One merged regional account: every authorisation makes one more refresh token, and the old ones stay good. */
export interface AmazonAccount {
  region: Region;
  sellerId: string;
  storeName: string;
  refreshTokens: { value: string; isRevoked: boolean }[];
  marketplaceIds: string[];
  /** Marketplaces for which the new order operations answer 403 although the account takes part. */
  deniedMarketplaceIds: string[];
}

/** A granted token. `secret` is the client secret that it was granted with. */
export interface AccessToken {
  value: string;
  region: Region;
  secret: string;
  expiresAtMs: number;
  isRevoked: boolean;
  /** Null for a seller's token; a grantless one carries its scope. */
  scope: string | null;
}

/** A token for restricted resources only. */
export interface RestrictedToken {
  value: string;
  region: Region;
  expiresAtMs: number;
  resources: { method: string; path: string }[];
}
