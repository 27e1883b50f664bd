/** A logistics order of online shipping 线上发货. */
export interface AliWaybill {
  /** `warehouse_order_id`, `logistics_order_id` and `id` of the answers. */
  waybillId: string;
  orderId: string;
  /** `out_order_code`, for example `LP00123456789012`. */
  lpCode: string;
  solutionId: string;
  /** Known to the seller from `numberReadyAtMs` on. */
  internationalNo: string;
  createdAtMs: number;
  numberReadyAtMs: number;
  closesAtMs: number;
  isClosed: boolean;
  receiver: WaybillReceiver;
  /** True when the seller sent another recipient than the order has. */
  isReceiverEdited: boolean;
  /** False when the chosen line is of a lower class than the one the buyer paid for. */
  honoursChoice: boolean;
  senderName: string;
  pickupType: string;
  domesticNo: string;
  undeliverableDecision: 0 | 1;
  declared: DeclaredProduct[];
  feeCents: number;
  handoverId: string | null;
  /** In the carrier's hands from here on. */
  handedOverAtMs: number | null;
  labelPrints: number;
  /** A status that something went wrong with, for example `warehouse_reject_goods`; '' on the ordinary way. */
  trouble: string;
}

export interface WaybillReceiver {
  name: string;
  country: string;
  province: string;
  city: string;
  street: string;
  postCode: string;
  phone: string;
}

export interface DeclaredProduct {
  productId: string;
  cnName: string;
  enName: string;
  quantity: number;
  amount: number;
  weightKg: number;
  hsCode: string;
}

/** Parcels handed over together, as one bag. */
export interface AliHandover {
  /** `handover_order_id`. */
  handoverId: string;
  /** `handover_content_id`. */
  contentId: string;
  contentCode: string;
  type: 'cainiao_pickup' | 'self_post' | 'self_send';
  lpCodes: string[];
  weightGrams: number;
  createdAtMs: number;
  isCancelled: boolean;
}
