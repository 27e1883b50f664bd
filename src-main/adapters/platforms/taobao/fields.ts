/**
 * The `fields` that are asked for. Each method knows its own set, and a name that one does not know may be refused
 * (API metadata of the platform, April 2026): the increments know no deadlines, only fullinfo the buyer's words. The
 * OAID comes only when the five fields are asked for that it stands for.
 */
const SHARED = [
  'tid',
  'status',
  'created',
  'pay_time',
  'modified',
  'consign_time',
  'payment',
  'buyer_nick',
  'buyer_open_uid',
  'shipping_type',
  'step_trade_status',
  'receiver_name',
  'receiver_country',
  'receiver_state',
  'receiver_city',
  'receiver_district',
  'receiver_town',
  'receiver_address',
  'receiver_zip',
  'receiver_mobile',
  'receiver_phone',
  'oaid',
  'orders',
];

export const INCREMENT_FIELDS = [...SHARED, 'has_buyer_message'].join(',');
export const SOLD_FIELDS = [...SHARED, 'has_buyer_message', 'delivery_time', 'sign_time'].join(',');
export const FULL_FIELDS = [
  ...SHARED,
  'tid_str',
  'delivery_time',
  'sign_time',
  'buyer_message',
  'is_sh_ship',
  'consign_interval',
  'logistics_infos',
].join(',');

/** Without `type` only some types of trade come back; those that bring parcels are named. */
export const TRADE_TYPES =
  'guarantee_trade,auto_delivery,ec,cod,step,tmall_i18n,nopaid,independent_simple_trade,independent_shop_trade';

export const REFUND_FIELDS =
  'refund_id,tid,oid,created,modified,order_status,status,good_status,has_good_return,refund_fee,reason,desc,title,num,' +
  'num_iid,sku,company_name,sid,refund_phase,refund_version,refund_remind_timeout,cs_status,operation_contraint,dispute_type';

/** num_iid, cs_status and the clock are only in refund.get. */
export const REFUND_LIST_FIELDS = 'refund_id,tid,oid,modified,status';
