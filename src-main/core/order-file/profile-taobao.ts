import type { FileProfile, TitleTable } from './profile.ts';
import { statusTable } from './status-table.ts';

/**
 * The two exports of the Taobao seller centre, GBK with numbers as ="…": orders (ExportOrderList: 订单编号, 买家会员名 …
 * 修改后的收货地址) and their goods (ExportOrderDetailList: 订单编号, 标题, 价格, 购买数量, 外部系统编号, 商品属性 …). Titles
 * as several public programs of 2012–2026 read them, the newest ones (21 columns; 子订单编号, 主订单编号) included. No
 * official document lists them.
 */
const TITLES: TitleTable = {
  'order-number': ['主订单编号', '订单编号', '订单号'],
  'line-id': ['子订单编号', '子订单号'],
  sku: ['商家编码', '外部系统编号', '商品编码', '货号'],
  'remote-sku': ['商品ID', '宝贝ID', '商品id'],
  title: ['宝贝标题', '商品标题', '标题'],
  variant: ['商品属性', '宝贝规格', '商品属性SKU', '商品规格'],
  quantity: ['购买数量', '宝贝总数量', '宝贝数量', '商品数量'],
  'unit-price': ['价格', '商品价格', '商品单价'],
  total: ['买家实际支付金额', '买家实付金额', '总金额'],
  recipient: ['收货人姓名', '收货人'],
  buyer: ['买家姓名'],
  'buyer-id': ['买家会员名', '买家昵称'],
  phone: ['联系手机', '收货人手机', '手机'],
  'other-phone': ['联系电话', '买家手机号'],
  'full-address': ['收货地址'],
  'new-address': ['修改后的收货地址'],
  postcode: ['邮编', '邮政编码'],
  note: ['买家留言'],
  status: ['订单状态', '交易状态'],
  'refund-status': ['退款状态'],
  'cancel-reason': ['订单关闭原因'],
  'placed-at': ['订单创建时间', '买家下单时间', '下单时间'],
  'paid-at': ['订单付款时间', '买家付款时间', '付款时间'],
  'ship-by': ['应发货时间', '最晚发货时间', '发货截止时间'],
  'shipped-at': ['发货时间'],
  service: ['运送方式'],
  carrier: ['物流公司'],
  'tracking-number': ['物流单号', '运单号', '快递单号'],
};

/** Beijing time and yuan; the words are the Chinese names of the trade statuses and those themselves ("Trade status", TOP). */
export const TAOBAO_FILES: FileProfile = {
  platform: 'taobao',
  titles: TITLES,
  unitField: 'order-number',
  unitPattern: /^\d{10,20}$/,
  zone: 'Asia/Shanghai',
  currency: 'CNY',
  country: 'CN',
  statuses: statusTable([
    [
      ['等待买家付款', '待付款', 'WAIT_BUYER_PAY', 'TRADE_NO_CREATE_PAY', 'PAY_PENDING', 'WAIT_PRE_AUTH_CONFIRM'],
      { stage: 'not-ready' },
    ],
    [['PAID_FORBID_CONSIGN', '拼团中订单', '已付款禁止发货'], { stage: 'not-ready', isFrozen: true }],
    [
      ['买家已付款，等待卖家发货', '买家已付款', '等待卖家发货', '待发货', 'WAIT_SELLER_SEND_GOODS'],
      { stage: 'to-confirm' },
    ],
    [['卖家部分发货', '部分发货', 'SELLER_CONSIGNED_PART'], { stage: 'to-hand-over' }],
    [
      [
        '卖家已发货，等待买家确认',
        '卖家已发货',
        '等待买家确认',
        '等待买家确认收货',
        '已发货',
        'WAIT_BUYER_CONFIRM_GOODS',
      ],
      { stage: 'declared' },
    ],
    [['买家已签收', 'TRADE_BUYER_SIGNED', '交易成功', 'TRADE_FINISHED'], { stage: 'delivered' }],
    [['退款中', '退款中的订单'], { stage: 'to-confirm', isRefundOpen: true }],
    [
      [
        '交易关闭',
        '交易已关闭',
        '付款以后用户退款成功，交易自动关闭',
        '付款以前，卖家或买家主动关闭交易',
        'TRADE_CLOSED',
        'TRADE_CLOSED_BY_TAOBAO',
      ],
      { stage: 'cancelled' },
    ],
  ]),
  stageWithoutStatus: 'unknown',
  lineIdFields: ['line-id'],
  remoteSkuFields: ['remote-sku'],
  isOnlyLineTheOrder: true,
};
