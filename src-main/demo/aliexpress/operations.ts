import { childShippingOperations } from './endpoints/child-shipping.ts';
import { evaluationOperations } from './endpoints/evaluations.ts';
import { handoverOperations } from './endpoints/handover.ts';
import { issueOperations } from './endpoints/issues.ts';
import { labelOperations } from './endpoints/labels.ts';
import { merchantOperations } from './endpoints/merchant.ts';
import { onlineServiceOperations } from './endpoints/online-services.ts';
import { orderActionOperations } from './endpoints/order-actions.ts';
import { orderDetailOperations } from './endpoints/order-detail.ts';
import { orderListOperations } from './endpoints/order-lists.ts';
import { productOperations } from './endpoints/products.ts';
import { shippingOperations } from './endpoints/shipping.ts';
import { waybillQueryOperations } from './endpoints/waybill-queries.ts';
import { waybillOperations } from './endpoints/waybills.ts';
import type { Operation } from './operation.ts';

const all: readonly Operation[] = [
  ...merchantOperations,
  ...orderListOperations,
  ...orderDetailOperations,
  ...orderActionOperations,
  ...shippingOperations,
  ...childShippingOperations,
  ...onlineServiceOperations,
  ...waybillOperations,
  ...waybillQueryOperations,
  ...labelOperations,
  ...handoverOperations,
  ...issueOperations,
  ...evaluationOperations,
  ...productOperations,
];

/** The dotted methods of `/sync`. */
export const syncOperations: ReadonlyMap<string, Operation> = byName((name) => !name.startsWith('/'));
/** The API paths of `/rest`, the two token calls aside. */
export const restOperations: ReadonlyMap<string, Operation> = byName((name) => name.startsWith('/'));

function byName(isWanted: (name: string) => boolean): ReadonlyMap<string, Operation> {
  return new Map(all.filter(({ name }) => isWanted(name)).map((one) => [one.name, one]));
}
