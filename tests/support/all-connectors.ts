import { tokenPacer } from '../../src-main/adapters/http/token-pacer.ts';
import { aliexpressFactory } from '../../src-main/adapters/platforms/aliexpress/aliexpress-factory.ts';
import { amazonFactory } from '../../src-main/adapters/platforms/amazon/amazon-factory.ts';
import { coupangFactory } from '../../src-main/adapters/platforms/coupang/coupang-factory.ts';
import { ozonFactory } from '../../src-main/adapters/platforms/ozon/ozon-factory.ts';
import type { OzonTimings } from '../../src-main/adapters/platforms/ozon/timings.ts';
import { taobaoFactory } from '../../src-main/adapters/platforms/taobao/taobao-factory.ts';
import type { Clock } from '../../src-main/app/ports/clock.ts';
import type { Http } from '../../src-main/app/ports/http.ts';
import type { ConnectorFactory } from '../../src-main/app/ports/platform-connector.ts';
import type { PlatformId } from '../../src-main/core/shared/platform.ts';

/** The connectors of all five platforms, at the pace that the platforms allow. */
export function allConnectors(
  http: Http,
  clock: Clock,
  ozonTimings: Partial<OzonTimings> = {},
): ReadonlyMap<PlatformId, ConnectorFactory> {
  const lent = { http, clock, makePacer: tokenPacer(clock) };
  const factories = [
    amazonFactory(lent),
    ozonFactory({ ...lent, timings: ozonTimings }),
    coupangFactory(lent),
    aliexpressFactory(lent),
    taobaoFactory(lent),
  ];
  return new Map(factories.map((factory) => [factory.manifest.platform, factory]));
}
