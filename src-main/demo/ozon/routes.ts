import { accountRoutes } from './endpoints/account.ts';
import { cancelRoutes } from './endpoints/cancel.ts';
import { chatRoutes } from './endpoints/chats.ts';
import { conditionalCancellationRoutes } from './endpoints/conditional-cancellation.ts';
import { deliveryRoutes } from './endpoints/delivery.ts';
import { feedbackRoutes } from './endpoints/feedback.ts';
import { labelRoutes } from './endpoints/labels.ts';
import { postingGetRoutes } from './endpoints/posting-get.ts';
import { postingListRoutes } from './endpoints/posting-lists.ts';
import { returnRoutes } from './endpoints/returns.ts';
import { shipRoutes } from './endpoints/ship.ts';
import { stockRoutes } from './endpoints/stocks.ts';
import { warehouseRoutes } from './endpoints/warehouses.ts';
import type { Route } from './route.ts';

/** The operations that the simulator answers, by path. */
export const routes: ReadonlyMap<string, Route> = new Map(
  [
    ...accountRoutes,
    ...postingListRoutes,
    ...postingGetRoutes,
    ...shipRoutes,
    ...labelRoutes,
    ...deliveryRoutes,
    ...cancelRoutes,
    ...conditionalCancellationRoutes,
    ...warehouseRoutes,
    ...returnRoutes,
    ...feedbackRoutes,
    ...chatRoutes,
    ...stockRoutes,
  ].map((route) => [route.path, route]),
);

/** Versions that the platform has switched off, and when (Seller API update notices, until November 2026); null is long ago. */
export const deadPaths: ReadonlyMap<string, string | null> = new Map<string, string | null>([
  ['/v2/posting/fbs/list', null],
  ['/v3/posting/fbs/list', '2026-08-31'],
  ['/v3/posting/fbs/unfulfilled/list', '2026-08-31'],
  ['/v2/posting/fbs/ship', null],
  ['/v3/posting/fbs/ship', null],
  ['/v3/posting/fbs/ship/package', null],
  ['/v2/posting/fbs/package-label', '2026-11-02'],
  ['/v1/posting/fbs/package-label/create', '2026-11-02'],
  ['/v2/posting/fbs/package-label/create', '2026-11-02'],
  ['/v1/posting/fbs/package-label/get', '2026-11-02'],
  ['/v2/fbs/posting/sent-by-seller', '2026-01-20'],
  ['/v1/conditional-cancellation/list', null],
  ['/v1/conditional-cancellation/approve', null],
  ['/v1/conditional-cancellation/reject', null],
  ['/v2/chat/list', null],
  ['/v2/chat/history', null],
  ['/v1/review/list', null],
  ['/v1/warehouse/list', '2026-04-07'],
  ['/v1/delivery-method/list', '2026-04-07'],
  ['/v3/finance/transaction/list', '2026-09-08'],
]);
