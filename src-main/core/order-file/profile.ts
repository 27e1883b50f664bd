import type { RemoteStage } from '../order/facts.ts';
import type { PlatformId } from '../shared/platform.ts';
import type { FileField } from './fields.ts';

/** Titles that the exports of one platform give to a field, the likeliest first. */
export type TitleTable = Readonly<Partial<Record<FileField, readonly string[]>>>;

/** What a status word of a file means. */
export interface FileStatus {
  readonly stage: RemoteStage;
  /** The platform forbids shipping for now. */
  readonly isFrozen?: boolean;
  readonly isCancelAsked?: boolean;
  readonly isRefundOpen?: boolean;
}

/** How one platform's seller centre writes its order exports. */
export interface FileProfile {
  readonly platform: PlatformId;
  readonly titles: TitleTable;
  /** Which column names the unit of work, and so the order here. */
  readonly unitField: 'order-number' | 'unit';
  /** What a unit's number looks like; anything else in that column is no order. */
  readonly unitPattern: RegExp;
  /** IANA zone of times without an offset. */
  readonly zone: string;
  /** Of amounts without a currency; null: the file must say. */
  readonly currency: string | null;
  /** Where its parcels go when the file names no country; null: anywhere. */
  readonly country: string | null;
  /** Status words by plainTitle() → meaning. */
  readonly statuses: Readonly<Record<string, FileStatus>>;
  /** Of a file that has no status column. */
  readonly stageWithoutStatus: RemoteStage;
  /** Which field is the platform's id of a line within its order, and where it has none, which stands in. */
  readonly lineIdFields: readonly FileField[];
  /** Which field the platform's ship call would want (OrderLine.remoteSku). */
  readonly remoteSkuFields: readonly FileField[];
  /** An order-level file names the goods of one kind only; then the line bears the order's own id (Taobao: tid = oid). */
  readonly isOnlyLineTheOrder: boolean;
}
