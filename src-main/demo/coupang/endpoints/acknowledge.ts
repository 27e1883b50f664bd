import * as z from 'zod';
import { verdictsAnswer, type BoxVerdict } from '../answers/verdicts.ts';
import { badRequest } from '../refusal.ts';
import { vendorPath, writeRoute, type Call } from '../route.ts';
import { acknowledgeBox } from '../rules/box-life.ts';
import { findBox, judgeCancels } from '../rules/judge-box.ts';
import { idField, vendorIdField } from '../schema/fields.ts';

const mostBoxes = 50;

/** The only words the documents give for a box that cannot be moved. */
const cannotMove = '배송상태를 변경할 수 없습니다. 주문내역을 확인해주세요.';

/** "Prepare the goods" (coupang.md section 6): ACCEPT -> INSTRUCT. */
export const acknowledgeRoutes = [
  writeRoute({
    operation: 'acknowledge',
    method: 'PATCH',
    path: vendorPath('v4', 'ordersheets/acknowledgement'),
    body: z.strictObject({ vendorId: vendorIdField, shipmentBoxIds: z.array(idField) }),
    handle: (body, call) => {
      if (body.vendorId !== call.store.world.vendor.vendorId) throw badRequest('Invalid vendor ID');
      if (body.shipmentBoxIds.length > mostBoxes) throw badRequest(`shipmentBoxIds can not be more than ${mostBoxes}`);
      const verdicts = body.shipmentBoxIds.map((id, index) => acknowledge(id, index, call));
      return verdictsAnswer(verdicts, call.faults);
    },
  }),
];

function acknowledge(shipmentBoxId: string, index: number, call: Call): BoxVerdict {
  if (index === 0 && call.faults.has('partial-failure')) {
    return { shipmentBoxId, code: 'UNDEFINED_ERROR_OCCUR', message: 'undefined error occurred.' };
  }
  const found = findBox(call.store, shipmentBoxId, call.nowMs);
  if ('refused' in found) {
    return { shipmentBoxId, code: found.refused, message: `shipmentBoxId (${shipmentBoxId}) is not found.` };
  }
  const { box } = found;
  const canceled = judgeCancels(call.store, box);
  if (canceled !== null) return { shipmentBoxId, code: canceled, message: cannotMove };
  if (box.status !== 'ACCEPT') return { shipmentBoxId, code: 'INVALID_STATUS', message: cannotMove };
  const lagMs = call.faults.get('acknowledge-lag')?.latencyMs ?? 0;
  // While it lags a second call is taken and changes nothing.
  if (!box.isAcknowledging) acknowledgeBox(box, call.nowMs, lagMs);
  return { shipmentBoxId, code: 'OK', message: 'request succeeded.' };
}
