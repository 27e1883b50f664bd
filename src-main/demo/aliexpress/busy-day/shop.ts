import type { AliApp, AliSeller, AliSession, SellerAddress } from '../world.ts';

const day = 86_400_000;

/** The demo seller's own app: a year of access, two of refresh. */
export function demoApp(): AliApp {
  return {
    appKey: '500102',
    appSecret: 'demo-aliexpress-app-secret-000000',
    redirectUri: 'https://localhost/aliexpress/callback',
    packages: ['order', 'refund', 'evaluate', 'logistics', 'product', 'merchant'],
    allowedIps: null,
    accessLifeMs: 365 * day,
    refreshLifeMs: 730 * day,
    switchedOff: [],
  };
}

/** Authorised some months ago. */
export function demoSession(nowMs: number): AliSession {
  return {
    accessToken: '50000demoAccessToken000000000000000000000000',
    refreshToken: '50001demoRefreshToken00000000000000000000000',
    accessExpiresAtMs: nowMs + 210 * day,
    refreshExpiresAtMs: nowMs + 575 * day,
    isRefreshSpent: false,
  };
}

export function demoSeller(): AliSeller {
  return {
    sellerId: '2671514005',
    loginId: 'cn1234567890abcd',
    nick: 'cn1234567890abcd',
    account: 'shop@example.com',
    fullName: 'Yiwu Nuanzhuo Trading',
    country: 'CN',
    currency: 'USD',
    healthLevel: 0,
    addresses: [address('501', 'sender'), address('502', 'pickup'), address('503', 'refund')],
  };
}

function address(addressId: string, kind: SellerAddress['kind']): SellerAddress {
  return {
    addressId,
    kind,
    name: 'Yiwu Nuanzhuo',
    country: 'CN',
    province: 'Zhejiang',
    city: 'Jinhua',
    street: 'Futian',
    streetAddress: 'Futian Road 88, Yiwu',
    postcode: '322000',
    mobile: '10000000000',
    language: 'en_US',
  };
}
