import type { ControlHandler } from '../control.ts';
import type { LabelPdf } from '../label-pdf.ts';
import type { Platform } from '../platform.ts';

/** What answers requests. */
export interface Served {
  platform: Platform;
  labelPdf: LabelPdf;
  /** Null unless the simulator was started for tests in another process. */
  control: ControlHandler | null;
}
