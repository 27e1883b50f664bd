import type { FileProfile, TitleTable } from './profile.ts';
import { statusTable } from './status-table.ts';

/**
 * The delivery list of WING (DeliveryList….xlsx; the file to send back is the same sheet). The Korean names of the
 * fields are those of the official document "발주서 목록 조회" (order sheets); the titles of the sheet itself, brackets
 * included, as public programs read it.
 */
const TITLES: TitleTable = {
  unit: ['묶음배송번호', '배송번호', 'shipmentBoxId'],
  'order-number': ['주문번호', 'orderId'],
  'line-id': ['옵션ID', '옵션 ID', 'vendorItemId'],
  sku: ['업체상품코드', '판매자상품코드', 'externalVendorSkuCode'],
  'remote-sku': ['노출상품ID', 'productId'],
  title: ['노출상품명(옵션명)', '노출상품명', '등록상품명', '상품명'],
  variant: ['등록옵션명', '옵션명', '최초등록옵션명', '최초등록등록상품명/옵션명'],
  quantity: ['구매수(수량)', '구매수', '수량', 'shippingCount'],
  'quantity-cancelled': ['취소수량', 'cancelCount'],
  'quantity-held': ['환불대기수량', 'holdCountForCancel'],
  'unit-price': ['옵션판매가(판매단가)', '옵션판매가', '판매단가', 'salesPrice'],
  'line-total': ['결제액', '결제금액', 'orderPrice'],
  recipient: ['수취인이름', '수취인명', '수취인'],
  buyer: ['구매자', '주문자', '구매자이름'],
  'customs-id': ['개인통관번호(PCCC)', '개인통관번호', '개인통관고유부호', '통관고유부호'],
  phone: ['수취인전화번호', '수취인 전화번호', '수취인 연락처'],
  'other-phone': ['구매자전화번호', '구매자 전화번호', '주문자 연락처'],
  postcode: ['우편번호'],
  'full-address': ['수취인 주소', '수취인주소', '배송지주소', '주소'],
  note: ['배송메세지', '배송메시지', '배송 메시지'],
  status: ['발주서상태', '주문상태', '배송상태', 'status'],
  'placed-at': ['주문일', '주문일시', '주문시간'],
  'paid-at': ['결제일시', '결제일'],
  'ship-by': ['주문시 출고예정일', '주문시출고예정일', '출고예정일'],
  'shipped-at': ['출고일(발송일)', '출고일', '운송장번호 업로드 일시'],
  carrier: ['택배사'],
  'tracking-number': ['운송장번호', '송장번호'],
};

/** Seoul time and whole won; the status words are the ones of the API and their Korean names on the WING tabs. */
export const COUPANG_FILES: FileProfile = {
  platform: 'coupang',
  titles: TITLES,
  unitField: 'unit',
  unitPattern: /^\d{6,20}$/,
  zone: 'Asia/Seoul',
  currency: 'KRW',
  country: 'KR',
  statuses: statusTable([
    [['ACCEPT', '결제완료', '주문접수'], { stage: 'to-confirm' }],
    // A number was entered, the parcel need not have left: the first scan makes it 배송중.
    [['INSTRUCT', '상품준비중', '배송준비중', 'DEPARTURE', '배송지시'], { stage: 'to-hand-over' }],
    [['DELIVERING', '배송중', 'NONE_TRACKING', '업체 직접 배송'], { stage: 'in-transit' }],
    [['FINAL_DELIVERY', '배송완료'], { stage: 'delivered' }],
    [['CANCEL', '취소', '취소완료', '주문취소'], { stage: 'cancelled' }],
  ]),
  // WING gives the list of one tab, 배송준비중, and names no status in it.
  stageWithoutStatus: 'to-hand-over',
  lineIdFields: ['line-id'],
  remoteSkuFields: ['line-id'],
  isOnlyLineTheOrder: false,
};
