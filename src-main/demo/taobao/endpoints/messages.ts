import * as z from 'zod';
import { list } from '../answers/tree.ts';
import { gmt8Text } from '../gmt8.ts';
import { method, type Call } from '../method.ts';
import { listField, textField, wholeField } from '../schema/fields.ts';

const permitBody = z.strictObject({ topics: listField.optional() });
const consumeBody = z.strictObject({ group_name: textField.optional(), quantity: wholeField(10, 200).optional() });
const confirmBody = z.strictObject({
  group_name: textField.optional(),
  s_message_ids: listField.refine((ids) => ids.length <= 200),
  f_message_ids: listField.optional(),
});

const shared = { package: '消息服务', writes: true };

export const messageMethods = [
  method({ name: 'taobao.tmc.user.permit', ...shared, schema: permitBody, handle: permit }),
  method({ name: 'taobao.tmc.messages.consume', ...shared, session: false, schema: consumeBody, handle: consume }),
  method({ name: 'taobao.tmc.messages.confirm', ...shared, session: false, schema: confirmBody, handle: confirm }),
];

/** The topics named replace all that were before; none named means all of them. */
function permit({ topics }: z.output<typeof permitBody>, call: Call): unknown {
  call.store.world.permittedTopics = topics ?? null;
  return { is_success: true };
}

/** Oldest first; what is not confirmed comes again. */
function consume({ quantity = 100 }: z.output<typeof consumeBody>, call: Call): unknown {
  const { seller, app, messages } = call.store.world;
  const given = messages.filter((message) => message.hiddenUntilMs <= call.nowMs).slice(0, quantity);
  for (const message of given) {
    message.hiddenUntilMs = call.nowMs + call.timings.messageRedeliveryMs;
    message.deliveries += 1;
  }
  const answers = given.map((message) => ({
    id: BigInt(message.id),
    topic: message.topic,
    content: message.content,
    pub_time: gmt8Text(message.publishedMs),
    pub_app_key: app.appKey,
    user_id: BigInt(seller.userId),
    user_nick: seller.nick,
  }));
  return { messages: list('tmc_message', answers) };
}

function confirm({ s_message_ids }: z.output<typeof confirmBody>, call: Call): unknown {
  const { world } = call.store;
  world.messages = world.messages.filter((message) => !s_message_ids.includes(message.id));
  return { is_success: true };
}
