import { describe } from 'vitest';
import { ALIEXPRESS_MANIFEST } from '../../../src-main/adapters/platforms/aliexpress/manifest.ts';
import { describeConnector } from '../connector-suite.ts';
import { makeAliBench } from './aliexpress-bench.ts';

describe('the AliExpress connector', () => {
  describeConnector(makeAliBench, ALIEXPRESS_MANIFEST.effects, { unknownId: '1' });
});
