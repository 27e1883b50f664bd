import { instant } from '../answers/values.ts';
import { route } from '../route.ts';
import { emptyBody } from '../schema/fields.ts';

const week = 7 * 86_400_000;

/** `/v1/roles` and `/v1/seller/info`: what a client asks first. */
export const accountRoutes = [
  route({
    path: '/v1/roles',
    schema: emptyBody,
    handle: (_body, call) => ({
      expires_at: instant(call.store.world.seller.apiKeyExpiresAtMs),
      roles: call.store.world.seller.roles,
    }),
  }),
  route({
    path: '/v1/seller/info',
    schema: emptyBody,
    handle: (_body, { store, nowMs }) => ({
      company: {
        name: store.world.seller.companyName,
        legal_name: store.world.seller.legalName,
        country: store.world.seller.country,
        currency: store.world.seller.currency,
        inn: '',
        ogrn: '',
        ownership_form: '',
        tax_system: 'UNSPECIFIED',
      },
      ratings: [rating('rating_on_time', 'Доля вовремя отгруженных заказов', 97.4, nowMs)],
      subscription: {
        is_premium: store.world.seller.subscription !== 'UNSPECIFIED',
        type: store.world.seller.subscription,
      },
    }),
  }),
];

function rating(id: string, name: string, value: number, nowMs: number): Record<string, unknown> {
  return {
    rating: id,
    name,
    status: 'OK',
    value_type: 'PERCENT',
    current_value: ratingValue(value, nowMs - week, nowMs),
    past_value: ratingValue(value - 1, nowMs - 2 * week, nowMs - week),
  };
}

function ratingValue(value: number, fromMs: number, toMs: number): Record<string, unknown> {
  return {
    value,
    formatted: `${value.toFixed(1)}%`,
    date_from: instant(fromMs),
    date_to: instant(toMs),
    status: { danger: false, premium: true, warning: false },
  };
}
