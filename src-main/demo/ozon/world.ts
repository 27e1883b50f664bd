import type { OzonAfterSales } from './after-sales.ts';
import type { OzonPosting } from './posting.ts';

/** Everything the simulated platform knows: plain JSON, so that it can be kept in a file. 64-bit ids are decimal strings. */
export interface OzonWorld {
  readonly version: 1;
  seller: OzonSeller;
  warehouses: OzonWarehouse[];
  deliveryMethods: OzonDeliveryMethod[];
  postings: OzonPosting[];
  cancellationRequests: CancellationRequest[];
  labelTasks: LabelTask[];
  afterSales: OzonAfterSales;
  /** By `<offer_id> <warehouse_id>`. */
  stocks: Record<string, { present: number; setAtMs: number; times: number }>;
  /** Makes the ids of tasks and requests; only ever grows. */
  nextSerial: number;
  /** Answered and refused requests, counted per path. */
  requestCounts: Record<string, number>;
}

export interface OzonSeller {
  clientId: string;
  apiKey: string;
  apiKeyExpiresAtMs: number;
  companyName: string;
  legalName: string;
  country: string;
  currency: string;
  subscription: 'UNSPECIFIED' | 'PREMIUM' | 'PREMIUM_LITE' | 'PREMIUM_PLUS' | 'PREMIUM_PRO';
  /** Methods a role does not name are refused with 403; '*' names them all. */
  roles: { name: string; methods: string[] }[];
}

export interface OzonWarehouse {
  warehouseId: string;
  name: string;
  address: string;
  /** For example `UTC+08:00`. */
  timeZone: string;
  labelSize: 'BIG' | 'SMALL';
  isRealFbs: boolean;
  createdAtMs: number;
}

/** Who carries, who registers, who says where the parcel is. */
export type Integration = 'ozon' | 'aggregator' | '3pl_tracking' | 'non_integrated';

export interface OzonDeliveryMethod {
  methodId: string;
  name: string;
  warehouseId: string;
  providerId: string;
  providerName: string;
  integration: Integration;
  /** Local time of day, `17:00`. */
  cutoff: string;
  minutesToPack: number;
  routeCode: string;
  createdAtMs: number;
}

/** A buyer asks to cancel an rFBS posting; the seller answers, or the platform agrees by itself at the deadline. */
export interface CancellationRequest {
  cancellationId: string;
  postingNumber: string;
  reasonId: string;
  reasonName: string;
  message: string;
  state: 'ON_APPROVAL' | 'APPROVED' | 'REJECTED';
  requestedAtMs: number;
  autoApproveAtMs: number;
  answeredAtMs: number | null;
  answerComment: string;
}

export interface LabelTask {
  taskId: string;
  size: 'big' | 'small';
  postingNumbers: string[];
  createdAtMs: number;
  /** In progress from here; done at `doneAtMs`. */
  startedAtMs: number;
  doneAtMs: number;
  fileToken: string;
  downloads: number;
}
