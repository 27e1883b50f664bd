import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Envelope } from '../../../../src-main/contract/errors.ts';
import { attachedText, attachLabel } from '../../../../src-renderer/labels/attach-label.ts';
import { setUpWords } from '../../../../src-renderer/i18n/setup.ts';
import { currentWords } from '../../../../src-renderer/i18n/use-words.ts';

const pdf = new File(['%PDF-1.7'], 'label.pdf');
const calls: unknown[] = [];

function answerWith(envelope: Envelope<unknown>): void {
  calls.length = 0;
  const invoke = (name: string, input: unknown) => {
    calls.push([name, input]);
    return Promise.resolve(envelope);
  };
  vi.stubGlobal('window', { chudan: { invoke, subscribe: () => () => {} } });
}

beforeAll(() => setUpWords('en'));
afterEach(() => vi.unstubAllGlobals());

const outcome = { commandId: 'c', undoUntilMs: null, effectCount: 0, results: [{ orderId: 'order-1', ok: true }] };
const kept = (proposals: string[], assigned: string | null): Envelope<unknown> => ({
  ok: true,
  value: { labelId: 'l', proposals, assigned, outcome },
});

describe('attachLabel', () => {
  it('sends the bytes and tells the number that was read', async () => {
    answerWith(kept(['LX1'], 'LX1'));
    const attached = await attachLabel('order-1', [pdf]);
    expect(calls).toEqual([
      [
        'orders.attachLabel',
        { id: 'order-1', fileName: 'label.pdf', base64: Buffer.from('%PDF-1.7').toString('base64') },
      ],
    ]);
    expect(attachedText(attached, currentWords())).toEqual({
      tone: 'ok',
      text: 'Tracking number LX1 read from the label',
    });
  });

  it('never sends a file that is no label', async () => {
    answerWith(kept([], null));
    const attached = await attachLabel('order-1', [new File(['hello'], 'a.pdf')]);
    expect(calls).toEqual([]);
    expect(attachedText(attached, currentWords())).toEqual({ tone: 'late', text: 'Only PDF, PNG, JPEG, GIF and ZPL' });
  });

  it('says when no number could be read', async () => {
    answerWith(kept([], null));
    expect(attachedText(await attachLabel('o', [pdf]), currentWords()).text).toContain('No tracking number');
  });

  it('says why main could not read it', async () => {
    answerWith({ ok: false, code: 'label-unreadable', params: { reason: 'encrypted' }, retryable: false });
    expect(attachedText(await attachLabel('o', [pdf]), currentWords())).toEqual({
      tone: 'late',
      text: 'This file is no label: it has a password',
    });
  });

  it('has words for a reason it does not know and for any other failure', async () => {
    answerWith({ ok: false, code: 'label-unreadable', params: { reason: 'haunted' }, retryable: false });
    expect(attachedText(await attachLabel('o', [pdf]), currentWords()).text).toContain('it cannot be read');
    answerWith({ ok: false, code: 'not-found', params: {}, retryable: false });
    expect(attachedText(await attachLabel('o', [pdf]), currentWords()).tone).toBe('late');
  });
});
