import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { AppEvent } from '../../../../src-main/contract/events.ts';
import { setUpWords } from '../../../../src-renderer/i18n/setup.ts';
import { useToast } from '../../../../src-renderer/stores/toast.ts';
import { reportOutcome, undoLast, watchHeldEffects } from '../../../../src-renderer/stores/undo.ts';

const undone: string[] = [];
/** What main answers to an undo of a command; done unless it says otherwise. */
const answers = new Map<string, unknown>();
let tell: (event: AppEvent) => void = () => undefined;

const DONE = {
  ok: true,
  value: { commandId: null, undoUntilMs: null, effectCount: 0, results: [{ orderId: 'o1', ok: true }] },
};

vi.stubGlobal('window', {
  chudan: {
    invoke: async (_name: string, input: { commandId: string }) => {
      undone.push(input.commandId);
      return answers.get(input.commandId) ?? DONE;
    },
    subscribe: (listener: (event: AppEvent) => void) => {
      tell = listener;
      return () => undefined;
    },
  },
});

const toast = () => useToast.getState().toast;
const printed = (commandId: string, orderIds: readonly string[]) =>
  reportOutcome('print', {
    commandId,
    undoUntilMs: null,
    effectCount: 0,
    results: orderIds.map((orderId) => ({ orderId, ok: true })),
  });
const held = (commandId: string, undoUntilMs: number) =>
  tell({ name: 'effects.held', payload: { commandId, effectCount: 1, undoUntilMs } });

beforeEach(async () => {
  setUpWords('zh-CN');
  watchHeldEffects();
  answers.clear();
  while (toast()?.text !== '没有能撤销的') await undoLast();
  useToast.setState({ toast: null });
  undone.length = 0;
});

describe('the toast of a print', () => {
  it('counts down to the push once the labels are out', () => {
    const untilMs = Date.now() + 7_000;
    printed('c1', ['o1', 'o2']);
    expect(toast()).toMatchObject({ text: '2 单移到已打单，正在打印', countsUntilMs: null, canUndo: true });
    held('c1', untilMs);
    held('c1', untilMs + 500);
    expect(toast()).toMatchObject({ text: '已打印 2 张面单', countsUntilMs: untilMs, canUndo: true });
    expect(toast()?.detailIn?.(7)).toBe('7 秒后把运单号推给平台');
    expect(toast()?.detailIn?.(0)).toBe('正在推给平台');
  });

  it('says nothing of commands that it does not know', () => {
    held('stranger', Date.now() + 7_000);
    expect(toast()).toBeNull();
  });
});

describe('undo', () => {
  it('takes back all that was summed up, the last first, whatever becomes of one of them', async () => {
    printed('c1', ['o1']);
    printed('c2', ['o2']);
    answers.set('c2', { ok: false, code: 'already-left', params: {}, retryable: false });
    await undoLast();
    expect(undone).toEqual(['c2', 'c1']);
    expect(toast()).toMatchObject({ text: '撤销了 1 单', detail: '已经送出去了，撤不回来' });
  });

  it('warns of the paper that is out', async () => {
    printed('c1', ['o1']);
    held('c1', Date.now() + 7_000);
    await undoLast();
    expect(toast()).toMatchObject({ text: '撤销了 1 单', detail: '纸已经出来了，别贴上去' });
  });

  it('says why nothing could be taken back', async () => {
    printed('c1', ['o1']);
    const refused = [{ orderId: 'o1', ok: false, refusal: 'newer-change' }];
    answers.set('c1', { ok: true, value: { ...DONE.value, results: refused } });
    await undoLast();
    expect(toast()).toMatchObject({ tone: 'late', text: '后来又动过，先撤销后面那一步' });
  });

  it('says so when main has nothing left to undo', async () => {
    printed('c1', ['o1']);
    answers.set('c1', { ok: false, code: 'not-found', params: {}, retryable: false });
    await undoLast();
    expect(toast()?.text).toBe('没有能撤销的');
  });
});
