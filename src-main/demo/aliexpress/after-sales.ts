/** A dispute 纠纷. */
export interface AliIssue {
  issueId: string;
  orderId: string;
  childId: string;
  buyerLoginId: string;
  status: 'processing' | 'canceled_issue' | 'finish';
  reverseStatus: string;
  reasonId: number;
  reasonChinese: string;
  reasonEnglish: string;
  productId: string;
  productName: string;
  productCents: number;
  mostRefundCents: number;
  currency: string;
  createdAtMs: number;
  modifiedAtMs: number;
  timeout: IssueTimeout | null;
  /** The platform decides by itself at this time when the two have not agreed. */
  arbitrationAtMs: number;
  returnNo: string;
  returnCompany: string;
  solutions: IssueSolution[];
  processes: IssueProcess[];
  /** Writes of the seller, so that a test can prove "exactly once". */
  effects: { agreed: number; saved: number; images: number };
}

export interface IssueTimeout {
  type: 'WAIT_SOLUTION_TIMEOUT' | 'WAIT_SELLER_FILL_ADDRESS_TIMEOUT' | 'WAIT_RECEIVE_ITEM_TIMEOUT';
  atMs: number;
}

export interface IssueSolution {
  solutionId: string;
  owner: 'buyer' | 'seller' | 'platform';
  type: 'refund' | 'return_and_refund';
  refundCents: number;
  content: string;
  status:
    | 'wait_buyer_and_seller_accept'
    | 'wait_buyer_accept'
    | 'wait_seller_accept'
    | 'reached'
    | 'buyer_refused'
    | 'seller_accept_and_buyer_refused'
    | 'reach_cancle'
    | 'perform';
  reachedType: '' | 'negotiation_consensus' | 'platform_arbitrate' | 'seller_reponse_timeout';
  createdAtMs: number;
  modifiedAtMs: number;
  version: number;
}

export interface IssueProcess {
  processId: string;
  action: string;
  by: 'seller' | 'buyer' | 'waiter' | 'system';
  content: string;
  atMs: number;
  attachments: string[];
}

/** What buyer and seller think of a finished line 评价. */
export interface AliEvaluation {
  childId: string;
  orderId: string;
  productId: string;
  buyerLoginId: string;
  buyerStars: number;
  buyerFeedback: string;
  /** Shows from here on. */
  buyerAtMs: number;
  completedAtMs: number;
  validUntilMs: number;
  sellerReply: string;
  sellerStars: number | null;
  sellerFeedback: string;
  sellerAtMs: number | null;
  effects: { replies: number };
}
