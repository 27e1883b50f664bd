import { accountMethods } from './endpoints/account.ts';
import { itemMethods } from './endpoints/items.ts';
import { logisticsReadMethods } from './endpoints/logistics-read.ts';
import { logisticsResendMethods } from './endpoints/logistics-resend.ts';
import { logisticsSendMethods } from './endpoints/logistics-send.ts';
import { messageMethods } from './endpoints/messages.ts';
import { oaidMethods } from './endpoints/oaid.ts';
import { rateMethods } from './endpoints/rates.ts';
import { refundServiceMethods } from './endpoints/refunds-service.ts';
import { refundAgreeMethods } from './endpoints/refunds-agree.ts';
import { refundReadMethods } from './endpoints/refunds-read.ts';
import { refundWriteMethods } from './endpoints/refunds-write.ts';
import { tradeDetailMethods } from './endpoints/trade-detail.ts';
import { tradeListMethods } from './endpoints/trades-list.ts';
import { tradeWriteMethods } from './endpoints/trade-writes.ts';
import { waybillReadMethods } from './endpoints/waybill-read.ts';
import { waybillWriteMethods } from './endpoints/waybill-write.ts';
import type { TopMethod } from './method.ts';

/** The APIs that the simulator answers, by name. */
export const methods: ReadonlyMap<string, TopMethod> = new Map(
  [
    ...accountMethods,
    ...tradeListMethods,
    ...tradeDetailMethods,
    ...tradeWriteMethods,
    ...oaidMethods,
    ...logisticsSendMethods,
    ...logisticsResendMethods,
    ...logisticsReadMethods,
    ...refundReadMethods,
    ...refundWriteMethods,
    ...refundAgreeMethods,
    ...refundServiceMethods,
    ...rateMethods,
    ...itemMethods,
    ...messageMethods,
    ...waybillReadMethods,
    ...waybillWriteMethods,
  ].map((entry) => [entry.name, entry]),
);
