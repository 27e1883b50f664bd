import type { FileProfile, TitleTable } from './profile.ts';
import { statusTable } from './status-table.ts';

/**
 * The order export of the AliExpress seller centre. The Chinese titles as several public programs read them (订单号 …
 * 确认收货时间; all goods of an order stand in one cell, 产品信息). The English ones are those of the English seller
 * centre's pages, not checked against a file. No official document lists either.
 */
const TITLES: TitleTable = {
  'order-number': ['订单号', '订单编号', 'Order ID', 'Order No.', 'Order Number'],
  'line-id': ['子订单号', '子订单编号', 'Child Order ID', 'Sub Order ID'],
  sku: ['商家编码', '商品编码', 'SKU Code', 'SKU', 'Seller SKU'],
  'remote-sku': ['商品ID', '产品ID', 'Product ID', 'Item ID'],
  title: ['产品名称', '商品名称', '商品标题', 'Product Name', 'Product Title'],
  variant: ['产品属性', '商品属性', '商品规格', 'Product Attributes', 'SKU Attributes', 'Variation'],
  quantity: ['产品数量', '商品数量', '数量', 'Quantity', 'Product Quantity'],
  'unit-price': ['产品单价', '商品单价', '单价', 'Unit Price', 'Product Price'],
  goods: [
    '产品信息（双击单元格展开所有产品信息！）',
    '产品信息_（双击单元格展开所有产品信息！）',
    '产品信息',
    'Product Information',
  ],
  total: ['订单金额', '实付金额', 'Order Amount', 'Order Total', 'Paid Amount'],
  currency: ['币种', '币种缩写', 'Currency'],
  recipient: ['收货人名称', '收货人姓名', '收货人', 'Receiver Name', 'Contact Person', 'Recipient Name', 'Consignee'],
  buyer: ['买家名称', '买家姓名', 'Buyer Name'],
  'buyer-id': ['买家账号', '买家邮箱', 'Buyer ID', 'Buyer Account', 'Buyer Email'],
  phone: ['手机', '手机号', 'Mobile', 'Mobile Phone', 'Phone Number'],
  'other-phone': ['联系电话', '电话', 'Tel', 'Telephone', 'Phone'],
  country: ['收货国家', '国家', 'Country', 'Country/Region', 'Ship to Country'],
  region: ['州/省', '省份', 'State/Province', 'Province', 'State'],
  city: ['城市', 'City'],
  address: ['地址', '详细地址', 'Address', 'Street Address', 'Detailed Address'],
  'full-address': ['收货地址', 'Shipping Address', 'Delivery Address'],
  postcode: ['邮编', '邮政编码', 'Zip Code', 'Postal Code', 'Post Code', 'Zip'],
  note: ['订单备注', '买家留言', '买家备注', 'Order Note', 'Order Remark', 'Buyer Message'],
  status: ['订单状态', 'Order Status', 'Status'],
  'placed-at': ['下单时间', '订单创建时间', 'Order Time', 'Order Date', 'Creation Time'],
  'paid-at': ['付款时间', '支付时间', 'Payment Time', 'Paid Time'],
  'ship-by': ['发货期限', '最晚发货时间', '发货截止时间', 'Shipping Deadline', 'Ship By'],
  'shipped-at': ['发货时间', 'Shipping Time', 'Shipment Time'],
  service: ['买家选择物流', '物流方式', 'Logistics Service', 'Shipping Method', 'Buyer Selected Logistics'],
  carrier: ['实际发货物流', '物流公司', 'Carrier', 'Logistics Company'],
  'tracking-number': ['实际发货物流:运单号', '运单号', '物流单号', 'Tracking Number', 'Tracking No.'],
};

/**
 * Times in US Pacific, as in the API ("Order times", platform documents of the order interfaces); that the export keeps
 * to it is not documented. Amounts are US dollars where the cell names no other currency.
 */
export const ALIEXPRESS_FILES: FileProfile = {
  platform: 'aliexpress',
  titles: TITLES,
  unitField: 'order-number',
  unitPattern: /^\d{10,20}$/,
  zone: 'America/Los_Angeles',
  currency: 'USD',
  country: null,
  statuses: statusTable([
    [
      [
        '等待买家付款',
        '待付款',
        'PLACE_ORDER_SUCCESS',
        'PAYMENT_PROCESSING',
        'Awaiting payment',
        'Pending payment',
        'Unpaid',
      ],
      { stage: 'not-ready' },
    ],
    [
      [
        '资金审核中',
        '风控审核中',
        '资金未到账',
        'RISK_CONTROL',
        'RISK_CONTROL_HOLD',
        'Payment being verified',
        'Under review',
      ],
      { stage: 'not-ready', isFrozen: true },
    ],
    [['WAIT_SELLER_EXAMINE_MONEY', '等待卖家验款', 'WAIT_GROUP_SUCCESS', '等待成团'], { stage: 'not-ready' }],
    [
      [
        '等待您发货',
        '等待卖家发货',
        '待发货',
        '等待发货',
        'WAIT_SELLER_SEND_GOODS',
        'Awaiting shipment',
        'To be shipped',
        'Awaiting Shipping',
      ],
      { stage: 'to-confirm' },
    ],
    [['部分发货', 'SELLER_PART_SEND_GOODS', 'Partially shipped'], { stage: 'to-hand-over' }],
    [
      [
        '等待买家收货',
        '已发货',
        '卖家已发货',
        'WAIT_BUYER_ACCEPT_GOODS',
        'Awaiting delivery',
        'Shipped',
        'Awaiting Acceptance',
        'Awaiting confirmation',
      ],
      { stage: 'declared' },
    ],
    [
      [
        '交易完成',
        '已完成',
        '买家已收货',
        '交易成功',
        'FUND_PROCESSING',
        'FINISH',
        'Finished',
        'Completed',
        'Order completed',
      ],
      { stage: 'delivered' },
    ],
    [['买家申请取消', '申请取消', 'IN_CANCEL', 'Cancellation requested'], { stage: 'to-confirm', isCancelAsked: true }],
    [['纠纷中', '含纠纷的订单', 'IN_ISSUE', 'In dispute', 'Dispute'], { stage: 'disputed' }],
    [['冻结中的订单', '冻结中', 'IN_FROZEN', 'Frozen'], { stage: 'not-ready', isFrozen: true }],
    [
      ['交易关闭', '订单关闭', '已关闭', '已取消', '订单取消', 'Closed', 'Canceled', 'Cancelled', 'Order closed'],
      { stage: 'cancelled' },
    ],
  ]),
  stageWithoutStatus: 'unknown',
  lineIdFields: ['line-id'],
  remoteSkuFields: ['remote-sku'],
  isOnlyLineTheOrder: false,
};
