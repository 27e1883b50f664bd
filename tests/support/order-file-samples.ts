import { FILE_PROFILES } from '../../src-main/core/order-file/profiles.ts';
import { matchColumns } from '../../src-main/core/order-file/match-columns.ts';
import { readOrders, type ReadOrders } from '../../src-main/core/order-file/read-orders.ts';
import type { PlatformId } from '../../src-main/core/shared/platform.ts';

/** Exports as the seller centres write them (titles and order of columns as seen in public programs), made-up buyers. */
export const SAMPLES: Readonly<Record<PlatformId, readonly (readonly string[])[]>> = {
  amazon: [
    (
      'order-id|order-item-id|purchase-date|payments-date|reporting-date|promise-date|days-past-promise|buyer-email|' +
      'buyer-name|buyer-phone-number|sku|product-name|quantity-purchased|quantity-shipped|quantity-to-ship|' +
      'ship-service-level|recipient-name|ship-address-1|ship-address-2|ship-address-3|ship-city|ship-state|' +
      'ship-postal-code|ship-country|currency|item-price'
    ).split('|'),
    (
      '114-0000001-0000001|12345678901234|2026-11-02T08:15:30+00:00|2026-11-02T08:20:00+00:00|2026-11-02T09:00:00+00:00|' +
      '2026-11-05T07:59:59+00:00|-2|x1y2z3@marketplace.amazon.com|B. Payer|+1 555-0100|MUG-RED|Mug, red|2|0|2|Standard|' +
      'A. Buyer|1 Test St|Apt 4||Seattle|WA|98101|US|USD|24.98'
    ).split('|'),
    (
      '114-0000001-0000001|12345678901235|2026-11-02T08:15:30+00:00|2026-11-02T08:20:00+00:00|2026-11-02T09:00:00+00:00|' +
      '2026-11-05T07:59:59+00:00|-2|x1y2z3@marketplace.amazon.com|B. Payer|+1 555-0100|MUG-BLUE|Mug, blue|1|0|1|Standard|' +
      'A. Buyer|1 Test St|Apt 4||Seattle|WA|98101|US|USD|12.49'
    ).split('|'),
  ],
  coupang: [
    (
      '번호|묶음배송번호|주문번호|택배사|운송장번호|분리배송 Y/N|분리배송 출고예정일|주문시 출고예정일|출고일(발송일)|주문일|등록상품명|' +
      '등록옵션명|노출상품명(옵션명)|노출상품ID|옵션ID|최초등록옵션명|업체상품코드|결제액|구매수(수량)|옵션판매가(판매단가)|취소수량|구매자|' +
      '구매자전화번호|수취인이름|수취인전화번호|우편번호|수취인 주소|배송메세지|개인통관번호(PCCC)'
    ).split('|'),
    (
      '1|642538970006401429|9100041863244|||N||2026-11-06||2026-11-03 10:20:16|케이스|검정|케이스, 검정|80240831|4279191312|검정|' +
      'SKU-A|24,600|2|12,300|1|김주문|0503-0000-0000|홍길동|0503-0000-0001|5510|서울특별시 송파구 송파대로 570 101동|문 앞|P000000000000'
    ).split('|'),
  ],
  aliexpress: [
    [
      ...'订单号|订单状态|负责人(业务员)|买家名称|下单时间|付款时间|产品总金额|物流费用|订单金额|满立减'.split('|'),
      '产品信息\n（双击单元格展开所有产品信息！）',
      ...'订单备注|收货地址|收货人名称|收货国家|州/省|城市|地址|邮编|联系电话|手机|买家选择物流|发货期限|实际发货物流:运单号'.split(
        '|',
      ),
    ],
    [
      ...'8160045860056286|等待您发货|张三|J. Doe|2026-11-01 03:12|2026-11-01 03:20|US $45.98|US $6.01|US $51.99|'.split(
        '|',
      ),
      '【1】 Wireless Earbuds (2 pairs)\n(产品属性: Color:Black)\n(商家编码:EARBUD-01)\n(产品数量:2 piece)\n' +
        '【2】 Cable\n(商家编码:CABLE-1)\n(产品数量:1 piece)\n',
      ...'Please hurry|x|John Doe|英国|England|Leeds|5 High St|LS1 1AA|0113|+44 7700 900000|AliExpress Standard|2026-11-08 03:20|'.split(
        '|',
      ),
    ],
  ],
  ozon: [
    (
      'Номер заказа;Номер отправления;Принят в обработку;Дата отгрузки;Дата отгрузки без просрочки;Статус;Дата доставки;' +
      'Фактическая дата передачи в доставку;Дата отмены;Сумма отправления;Код валюты отправления;Название товара;' +
      'Цвет товара;Размер товара;SKU;Артикул;Ваша цена;Код валюты товара;Оплачено покупателем;Количество'
    ).split(';'),
    (
      '0208245774-0029;0208245774-0029-1;2026-11-03 11:00:00;2026-11-07 00:00:00;;Ожидает сборки;;;;105,66;CNY;Чехол;' +
      'чёрный;;1904686181;b4408110;35.22;CNY;1200;3'
    ).split(';'),
  ],
  taobao: [
    (
      '订单编号|买家会员名|买家支付宝账号|支付单号|买家应付货款|买家应付邮费|总金额|买家实际支付金额|订单状态|买家留言|收货人姓名|收货地址|运送方式|' +
      '联系电话|联系手机|订单创建时间|订单付款时间|宝贝标题|宝贝种类|物流单号|物流公司|订单备注|宝贝总数量|店铺Id|店铺名称|订单关闭原因|商家编码|应发货时间'
    ).split('|'),
    (
      '3719055060544802021|tb_buyer|pay@example.com|1|59.00|0.00|59.00|59.00|买家已付款，等待卖家发货|快点|李小明|' +
      '江苏省 南京市 建邺区 沙洲街道 1号|快递||13800000000|2026-11-01 10:00:00|2026-11-01 10:02:11|手机壳|1||||1|0|小店|订单未关闭|SKU-01|' +
      '2026-11-03 10:02:11'
    ).split('|'),
  ],
};

/** The orders of such a table, its columns found by their titles. */
export function ordersOf(platform: PlatformId, table: readonly (readonly string[])[], nowMs = 0): ReadOrders {
  const [titles = [], ...rows] = table;
  const profile = FILE_PROFILES[platform];
  const lines = rows.map((cells, index) => ({ line: index + 2, cells }));
  return readOrders(lines, matchColumns(titles, profile), profile, nowMs);
}
