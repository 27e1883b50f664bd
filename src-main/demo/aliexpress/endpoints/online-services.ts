import * as z from 'zod';
import { list } from '../answer-tree.ts';
import { int64 } from '../answers/values.ts';
import {
  decimalField,
  idField,
  idParameter,
  jsonParameter,
  noParameters,
  textParameter,
  wholeField,
  wholeParameter,
} from '../fields.ts';
import { operation } from '../operation.ts';
import { invalidParameter } from '../refusal.ts';
import { feeCents, offeredSolutions, type ParcelSize } from '../rules/offers.ts';
import { domesticCompanies, honours, solutions, type Solution } from '../services.ts';
import type { SellerAddress } from '../world.ts';

const sizes = {
  goods_length: wholeField.optional(),
  goods_width: wholeField.optional(),
  goods_height: wholeField.optional(),
};

const interfaceRequest = z.strictObject({
  order_id: idField,
  goods_weight: decimalField.optional(),
  ...sizes,
  locale: z.string().optional(),
  sub_order_list: z
    .array(
      z.strictObject({
        order_id: idField,
        goods_weight: decimalField.optional(),
        ...sizes,
        locale: z.string().optional(),
      }),
    )
    .optional(),
});

export const onlineServiceOperations = [
  operation({
    name: 'aliexpress.logistics.redefining.getonlinelogisticsservicelistbyorderid',
    needs: 'logistics',
    schema: z.strictObject({
      order_id: idParameter,
      goods_weight: z
        .string()
        .regex(/^\d+(\.\d+)?$/u)
        .transform(Number)
        .optional(),
      goods_length: wholeParameter.optional(),
      goods_width: wholeParameter.optional(),
      goods_height: wholeParameter.optional(),
      locale: textParameter.optional(),
    }),
    handle: (parameters, call) => {
      if (call.store.order(parameters.order_id) === undefined)
        return { is_success: false, error_desc: 'the order does not exist' };
      const offered = offeredSolutions(call.store, parameters.order_id, parcelOf(parameters));
      return {
        is_success: true,
        result_list: list(
          'string',
          offered.map((one) => ({ code: one.solutionId, name: one.name })),
        ),
      };
    },
  }),
  operation({
    name: 'aliexpress.logistics.service.query',
    needs: 'logistics',
    schema: z.strictObject({ interface_request: jsonParameter(interfaceRequest) }),
    handle: ({ interface_request: request }, call) => {
      if (call.store.order(request.order_id) === undefined) {
        return { result_response: { is_success: false, error_desc: 'the order does not exist' } };
      }
      const parcel = parcelOf(request);
      const offered = offeredSolutions(call.store, request.order_id, parcel);
      return {
        result_response: {
          is_success: true,
          result_list: list(
            'aeop_online_logistics_service_result',
            offered.map((one, index) => offer(one, parcel, index)),
          ),
        },
      };
    },
  }),
  operation({
    name: '/aliexpress/logistics/query/rule/info',
    needs: 'logistics',
    schema: z.strictObject({ param1: jsonParameter(z.strictObject({ type: z.literal('platformRule') })) }),
    handle: () => ({ result: { success: true, data: platformRules() } }),
  }),
  operation({
    name: 'aliexpress.logistics.redefining.getlogisticsselleraddresses',
    needs: 'logistics',
    schema: z.strictObject({ seller_address_query: textParameter.min(1) }),
    handle: ({ seller_address_query: query }, call) => sellerAddresses(query, call.store.world.seller.addresses),
  }),
  operation({
    name: 'aliexpress.logistics.redefining.qureywlbdomesticlogisticscompany',
    needs: 'logistics',
    schema: noParameters,
    handle: () => ({
      result_success: true,
      result_list: list(
        'string',
        domesticCompanies.map((company) => ({
          company_id: company.id,
          company_code: company.code,
          name: company.name,
        })),
      ),
    }),
  }),
];

function parcelOf(request: {
  goods_weight?: number | undefined;
  goods_length?: number | undefined;
  goods_width?: number | undefined;
  goods_height?: number | undefined;
}): ParcelSize {
  const sides = [request.goods_length, request.goods_width, request.goods_height].map((side) => side ?? 1);
  return { weightKg: request.goods_weight ?? 0.1, sidesCm: sides };
}

function offer(one: Solution, parcel: ParcelSize, index: number): unknown {
  const fee = feeCents(one, parcel.weightKg);
  return {
    logistics_service_id: one.solutionId,
    logistics_service_name: one.name,
    warehouse_name: one.warehouse,
    delivery_address: one.deliveryAddress,
    logistics_timeliness: one.days,
    // Text with the currency sign in front, not a number.
    trial_result: `CN¥${(fee / 100).toFixed(2)}`,
    discount_trial_result: `CN¥${((fee * 0.95) / 100).toFixed(2)}`,
    is_express_logistics_service: one.level === 'EXPRESS',
    recommend_index: String(index + 1),
    other_fees: list('aeop_online_logistics_fee_item', []),
    available_logistic_service_list: list(
      'logistics_service_dto',
      [
        { code: 'DOOR_PICKUP', name: '菜鸟揽收' },
        { code: 'SELF_POST', name: '自寄' },
        { code: 'SELF_SEND', name: '自送' },
      ].map((service) => ({ ...service, resource_code: `${one.solutionId}_${service.code}` })),
    ),
  };
}

/** Which classes a country and an amount allow; two countries stand for the many of the live list. */
function platformRules(): unknown {
  const condition = (country: string, amount: number): unknown => ({
    country,
    amount,
    compare_type: '>',
    currency_code: 'USD',
  });
  const rule = (country: string, amount: number): unknown => ({
    service_type: 'PLATFORM',
    service_net_rule_config_dto: {
      condition: list('service_net_rule_condition_dto', [condition(country, amount)]),
      logistics_code_levels: list('string', ['STANDARD', 'EXPRESS']),
      logistics_codes: list(
        'string',
        solutions.filter((one) => honours(one, 'CAINIAO_STANDARD')).map((one) => one.declareKey),
      ),
    },
  });
  return {
    service_net_rule_info_list: list('service_net_rule_info', [rule('US', 5), rule('UK', 5), rule('ES', 8)]),
    package_net_rule_info_list: list('package_net_rule_info', []),
  };
}

const addressKinds = ['sender', 'pickup', 'refund'] as const;

/** `sender,pickup,refund`: the kinds wanted, as one text. */
function sellerAddresses(query: string, addresses: readonly SellerAddress[]): unknown {
  const wanted = query.split(',').map((kind) => kind.trim());
  const strange = wanted.find((kind) => !addressKinds.some((known) => known === kind));
  if (strange !== undefined) throw invalidParameter('seller_address_query', strange);
  const listed = addressKinds
    .filter((kind) => wanted.includes(kind))
    .map((kind) => [
      `${kind}_seller_address_list`,
      list('string', addresses.filter((one) => one.kind === kind).map(sellerAddress)),
    ]);
  return { result_success: true, ...Object.fromEntries(listed) };
}

function sellerAddress(address: SellerAddress): unknown {
  return {
    address_id: int64(address.addressId),
    name: address.name,
    country: address.country,
    province: address.province,
    city: address.city,
    street: address.street,
    street_address: address.streetAddress,
    postcode: address.postcode,
    mobile: address.mobile,
    language: address.language,
    is_default: 1,
    need_to_update: false,
  };
}
