import * as z from 'zod';
import { knownFields, pickFields, readWanted } from '../answers/pick-fields.ts';
import { gmt8Text } from '../gmt8.ts';
import { method, type Call } from '../method.ts';
import { invalid, serviceError } from '../refusal.ts';
import { redeemCode, refreshSession, tokenAnswer } from '../rules/session.ts';
import { listField, textField } from '../schema/fields.ts';

const userFields = knownFields(`
  user_id nick sex seller_credit type has_more_pic item_img_num item_img_size prop_img_num prop_img_size auto_repost promoted_type status
  alipay_bind consumer_protection vip_info magazine_subscribe vertical_market avatar online_gaming liangpin sign_food_seller_promise
  has_shop is_lightning_consignment has_sub_stock is_golden_seller is_tjb_seller
`);
const shopFields = knownFields('sid title pic_path');

const nothing = z.strictObject({});
const fieldsBody = z.strictObject({ fields: listField });
const codeBody = z.strictObject({ code: textField, uuid: textField.optional() });
const refreshBody = z.strictObject({ refresh_token: textField });

const basic = { package: '基础API' };

export const accountMethods = [
  method({ name: 'taobao.time.get', ...basic, session: false, schema: nothing, handle: time }),
  method({ name: 'taobao.appip.get', ...basic, session: false, schema: nothing, handle: ip }),
  method({ name: 'taobao.user.seller.get', ...basic, schema: fieldsBody, handle: user }),
  method({ name: 'taobao.shop.seller.get', ...basic, schema: fieldsBody, handle: shop }),
  method({
    name: 'taobao.top.auth.token.create',
    ...basic,
    session: false,
    writes: true,
    schema: codeBody,
    handle: createToken,
  }),
  method({
    name: 'taobao.top.auth.token.refresh',
    ...basic,
    session: false,
    writes: true,
    schema: refreshBody,
    handle: refreshToken,
  }),
];

function time(_wish: unknown, call: Call): unknown {
  return { time: gmt8Text(call.nowMs) };
}

function ip(_wish: unknown, call: Call): unknown {
  return { ip: call.callerIp };
}

function user({ fields }: z.output<typeof fieldsBody>, call: Call): unknown {
  const { seller } = call.store.world;
  const full = {
    user_id: BigInt(seller.userId),
    nick: seller.nick,
    sex: 'm',
    type: seller.type,
    status: 'normal',
    has_shop: true,
    consumer_protection: true,
    seller_credit: { level: 9, score: 5120, total_num: 5200, good_num: 5160 },
  };
  return { user: pickFields(full, readWanted(fields, userFields, call.choices.refusesUnknownFields), userFields) };
}

function shop({ fields }: z.output<typeof fieldsBody>, call: Call): unknown {
  const { seller } = call.store.world;
  const full = { sid: seller.userId, title: seller.shopTitle };
  return { shop: pickFields(full, readWanted(fields, shopFields, call.choices.refusesUnknownFields), shopFields) };
}

/** `token_result` is JSON in text (taobao.md §3). */
function createToken({ code }: z.output<typeof codeBody>, call: Call): unknown {
  if (!redeemCode(call.store.world, code, null, call.nowMs)) throw invalid('code', '授权码无效或已过期');
  return { token_result: JSON.stringify(tokenAnswer(call.store.world, call.nowMs)) };
}

function refreshToken({ refresh_token }: z.output<typeof refreshBody>, call: Call): unknown {
  const { world } = call.store;
  if (!world.app.canRefreshToken)
    throw serviceError('isv.refresh-token-not-allowed', '该应用不支持刷新授权，请重新授权');
  if (world.session.refreshToken !== refresh_token) throw invalid('refresh_token', 'refresh_token无效');
  refreshSession(world, call.store.newSerial(), call.nowMs);
  return { token_result: JSON.stringify(tokenAnswer(world, call.nowMs)) };
}
