import type { PlatformId } from '../core/shared/platform.ts';
import type { Clock } from './ports/clock.ts';
import type { Demo } from './ports/demo.ts';
import type { DocumentMaker } from './ports/documents.ts';
import type { EventSink } from './ports/event-sink.ts';
import type { Ids } from './ports/ids.ts';
import type { Log } from './ports/log.ts';
import type { Notifier } from './ports/notifier.ts';
import type { OrderFileReader } from './ports/order-files.ts';
import type { ConnectorFactory } from './ports/platform-connector.ts';
import type { Preferences } from './ports/preferences.ts';
import type { PrinterFinder, PrinterTransport } from './ports/printers.ts';
import type { EncodeLabel, LabelRasteriser } from './ports/printing.ts';
import type { Store } from './ports/store.ts';

/** Every port the use-cases need; adapters are chosen by the host (or by a test). */
export interface AppDeps {
  readonly store: Store;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly log: Log;
  readonly events: EventSink;
  readonly preferences: Preferences;
  readonly connectors: ReadonlyMap<PlatformId, ConnectorFactory>;
  readonly rasteriser: LabelRasteriser;
  readonly encode: EncodeLabel;
  readonly transport: PrinterTransport;
  readonly finder: PrinterFinder;
  readonly documents: DocumentMaker;
  readonly notifier: Notifier;
  readonly orderFiles: OrderFileReader;
  readonly demo: Demo;
  /** The window's language, the system's resolved. */
  readonly locale: () => 'zh-CN' | 'zh-TW' | 'en';
  readonly sha256: (bytes: Uint8Array) => string;
}
