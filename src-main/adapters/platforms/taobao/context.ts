import type { Clock } from '../../../app/ports/clock.ts';
import type { Notebook } from '../../../app/ports/notebook.ts';
import type { TaobaoProxy } from './proxy.ts';
import type { Seller } from './seller.ts';
import type { TaobaoSettings } from './settings.ts';
import type { Session } from './session.ts';
import type { TaobaoTimings } from './timings.ts';
import type { Refused } from './errors.ts';

/** What every operation of one shop's connector works with. */
export interface ConnectorContext {
  readonly proxy: TaobaoProxy;
  readonly clock: Clock;
  readonly notebook: Notebook;
  readonly settings: TaobaoSettings;
  readonly timings: TaobaoTimings;
  /** Who the token belongs to; asked once. */
  readonly seller: () => Promise<{ readonly ok: true; readonly seller: Seller } | Refused>;
  readonly session: () => Promise<{ readonly ok: true; readonly session: Session } | Refused>;
}
