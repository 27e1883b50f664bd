import { int64 } from '../answers/view.ts';
import { badRequest } from '../refusal.ts';
import { bareRoute, type Call } from '../route.ts';
import type { VendorItem } from '../world.ts';

const prefix = '/v2/providers/seller_api/apis/api/v1/marketplace/vendor-items/{vendorItemId}';
const mostPieces = 99_999;

/** Stock and sale of one option (official product documents of 2019): everything is in the path, nothing in a body. */
export const vendorItemRoutes = [
  bareRoute({
    operation: 'getInventory',
    method: 'GET',
    path: `${prefix}/inventories`,
    handle: (call, { vendorItemId = '' }) => {
      const item = itemOf(vendorItemId, call);
      return {
        code: 'SUCCESS',
        message: '',
        data: {
          sellerItemId: int64(item.vendorItemId),
          amountInStock: item.amountInStock,
          salePrice: item.salePriceKrw,
          onSale: item.isOnSale,
        },
      };
    },
  }),
  bareRoute({
    operation: 'setQuantity',
    method: 'PUT',
    path: `${prefix}/quantities/{quantity}`,
    handle: (call, { vendorItemId = '', quantity = '' }) => {
      const item = itemOf(vendorItemId, call);
      if (!/^\d{1,5}$/u.test(quantity)) throw badRequest(`quantity must be between 0 and ${mostPieces}`);
      item.amountInStock = Number(quantity);
      item.effects.quantitySets.push(item.amountInStock);
      return { code: 'SUCCESS', message: '재고 변경을 완료했습니다.' };
    },
  }),
  saleRoute('stop', '판매 중지 처리되었습니다.', (item) => {
    item.isOnSale = false;
    item.effects.stops += 1;
  }),
  saleRoute('resume', '판매 재개 처리되었습니다.', (item) => {
    item.isOnSale = true;
    item.effects.resumes += 1;
  }),
];

function saleRoute(
  word: 'stop' | 'resume',
  message: string,
  change: (item: VendorItem) => void,
): ReturnType<typeof bareRoute> {
  return bareRoute({
    operation: `${word}Sale`,
    method: 'PUT',
    path: `${prefix}/sales/${word}`,
    handle: (call, { vendorItemId = '' }) => {
      change(itemOf(vendorItemId, call));
      return { code: 'SUCCESS', message };
    },
  });
}

function itemOf(vendorItemId: string, { store }: Call): VendorItem {
  const item = store.vendorItem(vendorItemId);
  if (item === undefined) throw badRequest('vendorItemId를 확인 바랍니다.');
  return item;
}
