import * as z from 'zod';
import { badRequest } from '../refusal.ts';
import { vendorPath, writeRoute } from '../route.ts';
import { moveBox } from '../rules/box-life.ts';
import { findBox } from '../rules/judge-box.ts';
import { idField } from '../schema/fields.ts';

const monthMs = 30 * 86_400_000;

/** A parcel that the carrier never finished: a month after its invoice the seller may call it delivered (coupang.md section 4). */
export const longTermRoutes = [
  writeRoute({
    operation: 'completeLongTermUndelivery',
    method: 'POST',
    path: vendorPath('v4', 'completeLongTermUndelivery'),
    body: z.strictObject({ shipmentBoxId: idField, invoiceNumber: z.string().min(1) }),
    handle: ({ shipmentBoxId, invoiceNumber }, { store, nowMs }) => {
      const found = findBox(store, shipmentBoxId, nowMs);
      if ('refused' in found) throw badRequest(`shipmentBoxId (${shipmentBoxId}) is not found.`);
      const { box } = found;
      if (box.invoiceNumber !== invoiceNumber) throw badRequest('운송장번호가 일치하지 않습니다.');
      const uploadedAtMs = box.items[0]?.invoiceUploadedAtMs ?? nowMs;
      const isOpen = box.status === 'DEPARTURE' || box.status === 'DELIVERING' || box.status === 'NONE_TRACKING';
      if (!isOpen || nowMs - uploadedAtMs < monthMs) {
        throw badRequest(`배송완료 처리 실패. 배송상태: ${box.status}`);
      }
      box.script = [];
      moveBox(box, 'FINAL_DELIVERY', nowMs);
      box.effects.completions += 1;
      return { code: '200', message: 'SUCCESS', data: true };
    },
  }),
];
