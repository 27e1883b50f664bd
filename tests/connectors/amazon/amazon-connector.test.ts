import { describe } from 'vitest';
import { AMAZON_MANIFEST } from '../../../src-main/adapters/platforms/amazon/manifest.ts';
import { describeConnector } from '../connector-suite.ts';
import { makeAmazonBench } from './amazon-bench.ts';

describe('the Amazon connector', () => {
  describeConnector(makeAmazonBench, AMAZON_MANIFEST.effects, {
    unknownId: '999-9999999-9999999',
    // searchOrders lists no change of the last two minutes; what was shipped is not open any more.
    listingLagMs: 125_000,
    closedStages: ['delivered', 'cancelled', 'declared', 'in-transit', 'rejected'],
  });
});
