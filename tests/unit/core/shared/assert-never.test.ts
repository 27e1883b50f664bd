import { expect, it } from 'vitest';
import { assertNever } from '../../../../src-main/core/shared/assert-never.ts';

it('assertNever names the value that should not be', () => {
  expect(() => assertNever({ kind: 'new-thing' } as never)).toThrow('unexpected value: {"kind":"new-thing"}');
});
