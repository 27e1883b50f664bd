import { acknowledgeRoutes } from './endpoints/acknowledge.ts';
import { callCentreRoutes } from './endpoints/call-centre.ts';
import { cancelRoutes } from './endpoints/cancel.ts';
import { exchangeRoutes } from './endpoints/exchanges.ts';
import { invoiceRoutes } from './endpoints/invoices.ts';
import { longTermRoutes } from './endpoints/long-term.ts';
import { orderSheetRoutes } from './endpoints/order-sheets.ts';
import { pickUpRoutes } from './endpoints/pick-up.ts';
import { questionRoutes } from './endpoints/questions.ts';
import { returnActionRoutes } from './endpoints/return-actions.ts';
import { returnListRoutes } from './endpoints/return-lists.ts';
import { vendorItemRoutes } from './endpoints/vendor-items.ts';
import { withdrawalRoutes } from './endpoints/withdrawals.ts';
import type { Route } from './route.ts';

const routes: readonly Route[] = [
  ...orderSheetRoutes,
  ...acknowledgeRoutes,
  ...invoiceRoutes,
  ...longTermRoutes,
  ...cancelRoutes,
  ...returnListRoutes,
  ...returnActionRoutes,
  ...withdrawalRoutes,
  ...pickUpRoutes,
  ...exchangeRoutes,
  ...questionRoutes,
  ...callCentreRoutes,
  ...vendorItemRoutes,
];

/** The operation behind a method and a path, and what the path names; null when there is none. Named words win over `{anything}`. */
export function findRoute(
  method: string,
  path: string,
): { route: Route; parameters: Readonly<Record<string, string>> } | null {
  const asked = path.split('/');
  let best: { route: Route; parameters: Record<string, string> } | null = null;
  for (const route of routes) {
    const parameters = route.methods.includes(method) ? match(route.segments, asked) : null;
    if (parameters === null) continue;
    if (best === null || Object.keys(parameters).length < Object.keys(best.parameters).length) {
      best = { route, parameters };
    }
  }
  return best;
}

function match(segments: readonly string[], asked: readonly string[]): Record<string, string> | null {
  if (segments.length !== asked.length) return null;
  const parameters: Record<string, string> = {};
  for (const [index, segment] of segments.entries()) {
    const word = asked[index] ?? '';
    if (segment.startsWith('{')) parameters[segment.slice(1, -1)] = word;
    else if (segment !== word) return null;
  }
  return parameters;
}
