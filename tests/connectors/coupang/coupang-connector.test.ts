import { describe } from 'vitest';
import { COUPANG_MANIFEST } from '../../../src-main/adapters/platforms/coupang/manifest.ts';
import { describeConnector } from '../connector-suite.ts';
import { makeCoupangBench } from './coupang-bench.ts';

describe('the Coupang connector', () => {
  describeConnector(makeCoupangBench, COUPANG_MANIFEST.effects);
});
