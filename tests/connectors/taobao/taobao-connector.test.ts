import { describe } from 'vitest';
import { describeConnector } from '../connector-suite.ts';
import { makeTaobaoBench } from './taobao-bench.ts';

describe('the Taobao connector', () => {
  describeConnector(makeTaobaoBench, ['buy-label', 'push-tracking', 'cancel', 'answer-case', 'push-stock'], {
    unknownId: '9007199254740993',
  });
});
