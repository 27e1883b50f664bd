import type { Dataset, Viewer } from '../answers/order-view.ts';
import type { Call } from '../operation.ts';

/** Who looks at orders in this call, and what a fault hides from it. */
export function viewerOf(call: Call, included: ReadonlySet<Dataset>): Viewer {
  return {
    roles: call.roles,
    nowMs: call.nowMs,
    included,
    isBlank: call.fault('blank-pii') !== undefined,
    hidesMarketplace: call.fault('no-marketplace-id') !== undefined,
  };
}
