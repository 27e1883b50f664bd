export type ReceiptStatus =
  | 'RELEASE_STOP_UNCHECKED'
  | 'RETURNS_UNCHECKED'
  | 'VENDOR_WAREHOUSE_CONFIRM'
  | 'REQUEST_COUPANG_CHECK'
  | 'RETURNS_COMPLETED';

export type ReleaseStop = '미처리' | '처리(출고중지)' | '처리(이미출고)' | '자동처리(이미출고)' | '비대상';

/** A cancel before preparation, a request to stop a shipment, or a return: the platform keeps them in one list. */
export interface Receipt {
  receiptId: string;
  orderId: string;
  paymentId: string;
  receiptType: 'RETURN' | 'CANCEL';
  status: ReceiptStatus;
  releaseStop: ReleaseStop;
  createdAtMs: number;
  modifiedAtMs: number;
  requester: { name: string; safeNumber: string; address: string; addressDetail: string; zipCode: string };
  reason: { category1: string; category2: string; text: string; code: string };
  fault: 'COUPANG' | 'VENDOR' | 'CUSTOMER' | 'WMS' | 'GENERAL';
  lines: ReceiptLine[];
  deliveryId: string;
  deliveryType: '전담택배' | '연동택배' | '수기관리' | '';
  /** Cheap and in normal delivery: the buyer has the money as soon as the goods are scanned or received. */
  isQuickRefund: boolean;
  isRefunded: boolean;
  completeType: 'VENDOR_CONFIRM' | 'UNDEFINED' | 'CS_CONFIRM' | 'CS_LOSS_CONFIRM';
  completedAtMs: number | null;
  pickUp: { carrierCode: string; invoiceNumber: string } | null;
  /** A withdrawn request is in no list but that of the withdrawn. */
  withdrawnAtMs: number | null;
  /** An unanswered stop request becomes "already shipped" by itself. */
  autoShippedAtMs: number | null;
  effects: { stopped: number; shipped: number; received: number; approved: number; pickUps: number };
}

export interface ReceiptLine {
  shipmentBoxId: string;
  vendorItemId: string;
  count: number;
}

export type ExchangeStatus = 'RECEIPT' | 'PROGRESS' | 'SUCCESS' | 'REJECT' | 'CANCEL';
export type CollectStatus =
  | 'BeforeDirection'
  | 'CompleteDirection'
  | 'Delivering'
  | 'CompleteCollect'
  | 'DirectionFail';

/** One exchange, always for the same item and option. */
export interface Exchange {
  exchangeId: string;
  orderId: string;
  status: ExchangeStatus;
  fault: Receipt['fault'];
  reasonCode: string;
  reasonDetail: string;
  createdAtMs: number;
  modifiedAtMs: number;
  line: ReceiptLine;
  collectStatus: CollectStatus;
  collectedAtMs: number | null;
  pickUp: { carrierCode: string; invoiceNumber: string } | null;
  /** When the new box will be there, and the box once it is. */
  newBoxAtMs: number | null;
  newBox: ExchangeBox | null;
  effects: { received: number; rejected: number; invoices: string[]; pickUps: number };
}

export interface ExchangeBox {
  shipmentBoxId: string;
  status: 'INSTRUCT' | 'DEPARTURE' | 'DELIVERING' | 'FINAL_DELIVERY';
  carrierCode: string;
  invoiceNumber: string;
  uploadedAtMs: number | null;
  deliveredAtMs: number | null;
  script: { atMs: number; status: 'DELIVERING' | 'FINAL_DELIVERY' }[];
}

/** A question on a product page. Answers are final: no edit, no delete. */
export interface Question {
  inquiryId: string;
  productId: string;
  vendorItemId: string;
  content: string;
  askedAtMs: number;
  orderIds: string[];
  replies: { commentId: string; content: string; by: string; atMs: number }[];
}

/** What the call centre hands to the seller: to answer, or (`transfer`) only to confirm. */
export interface Ticket {
  inquiryId: string;
  kind: 'answer' | 'transfer';
  status: 'progress' | 'complete';
  counseling: 'requestAnswer' | 'answered';
  vendorItemId: string;
  itemName: string;
  content: string;
  orderId: string;
  orderedAtMs: number;
  buyerPhone: string;
  category: string;
  askedAtMs: number;
  answeredAtMs: number | null;
  confirmedBy: string | null;
  isClosedBySystem: boolean;
  replies: TicketReply[];
}

export interface TicketReply {
  answerId: string;
  parentAnswerId: string;
  answerType: 'csAgent' | 'vendor';
  receptionist: string;
  content: string;
  atMs: number;
  needsAnswer: boolean;
  transferStatus: 'none' | 'requestAnswer' | 'answered' | null;
}
