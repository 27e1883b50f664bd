import { describe, expect, it } from 'vitest';
import { createLineLog } from '../../../../src-main/adapters/logging/line-log.ts';
import { redactFields, redactText } from '../../../../src-main/adapters/logging/redact.ts';
import { fakeClock } from '../../../support/fake-clock.ts';

describe('redaction', () => {
  it.each([
    ['call +7 912 345-67-89 now', 'call … now'],
    ['mail to ivan.petrov@example.ru', 'mail to …'],
    ['key 5f0c3a1e-1111-4d3e-9b1f-aaaaaaaaaaaa', 'key …'],
    ['took 42 ms at page 7', 'took 42 ms at page 7'],
  ])('%s → %s', (text, expected) => {
    expect(redactText(text)).toBe(expected);
  });

  it('drops values of fields that name a person or a secret, and keeps ids and numbers', () => {
    expect(redactFields({ buyerName: 'Иван', apiKey: 'x', orderId: '019a-…', count: 3, code: 'timeout' })).toEqual({
      buyerName: '…',
      apiKey: '…',
      orderId: '019a-…',
      count: 3,
      code: 'timeout',
    });
  });

  it('is applied to every line, whatever the caller passes', () => {
    const lines: string[] = [];
    const log = createLineLog(fakeClock(0), (level, line) => lines.push(`${level} ${line}`));
    log.error('sync-failed', { error: 'no route for +86 138 0013 8000' });
    expect(lines).toEqual(['error {"at":"1970-01-01T00:00:00.000Z","event":"sync-failed","error":"no route for …"}']);
  });
});
