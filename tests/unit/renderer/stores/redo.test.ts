import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { AppEvent } from '../../../../src-main/contract/events.ts';
import type { OutcomeList } from '../../../../src-main/contract/methods/outcome.ts';
import { setUpWords } from '../../../../src-renderer/i18n/setup.ts';
import { useToast } from '../../../../src-renderer/stores/toast.ts';
import {
  forgetCommand,
  redoLast,
  rememberOpposite,
  rememberOutcome,
  reportOutcome,
  undoLast,
  watchHeldEffects,
} from '../../../../src-renderer/stores/undo.ts';

const undone: string[] = [];
let tell: (event: AppEvent) => void = () => undefined;

const outcome = (commandId: string | null): OutcomeList => ({
  commandId,
  undoUntilMs: null,
  effectCount: 0,
  results: [{ orderId: 'o1', ok: true }],
});

vi.stubGlobal('window', {
  chudan: {
    invoke: async (_name: string, input: { commandId: string }) => {
      undone.push(input.commandId);
      return { ok: true, value: outcome(null) };
    },
    subscribe: (listener: (event: AppEvent) => void) => {
      tell = listener;
      return () => undefined;
    },
  },
});

const text = () => useToast.getState().toast?.text;

/** A command that answers another id each time it is asked. */
function command(name: string) {
  let turn = 0;
  return async () => outcome(`${name}${(turn += 1)}`);
}

const run = async (deed: 'hold' | 'print', call: () => Promise<OutcomeList>) => {
  useToast.setState({ toast: null });
  reportOutcome(deed, await call(), call);
};

beforeEach(async () => {
  setUpWords('en');
  reportOutcome('move', outcome('clears'), null);
  do await undoLast();
  while (text() !== 'Nothing to undo');
  useToast.setState({ toast: null });
  undone.length = 0;
});

describe('redo', () => {
  it('does what was taken back once more, and that can be taken back too', async () => {
    await run('hold', command('h'));
    await undoLast();
    await redoLast();
    await undoLast();
    expect(undone).toEqual(['h1', 'h2']);
  });

  it('goes forwards through several undos, the last first', async () => {
    await run('hold', command('a'));
    await run('print', command('b'));
    await undoLast();
    await undoLast();
    await redoLast();
    await redoLast();
    await undoLast();
    expect(undone).toEqual(['b1', 'a1', 'b2']);
  });

  it('goes back and forth by the opposite where main keeps no command', async () => {
    const said: string[] = [];
    const say = (word: string) => async () => void said.push(word);
    await run('hold', command('h'));
    rememberOpposite('change-stock', say('again'), say('back'));
    await undoLast();
    expect(text()).toBe('Taken back');
    await redoLast();
    expect(text()).toBe('Stock changed');
    await undoLast();
    await undoLast();
    expect([said, undone]).toEqual([['back', 'again', 'back'], ['h1']]);
  });

  it('forgets an opposite that was run where it was done', async () => {
    await run('hold', command('h'));
    forgetCommand(
      rememberOpposite(
        'change-view',
        async () => undefined,
        async () => expect.unreachable(),
      ),
    );
    await undoLast();
    expect(undone).toEqual(['h1']);
  });

  it('is over once something else was done', async () => {
    await run('hold', command('a'));
    await undoLast();
    await run('hold', command('b'));
    await redoLast();
    expect(text()).toBe('Nothing to redo');
  });

  it('asks before a label whose paper is out is printed again', async () => {
    watchHeldEffects();
    await run('print', command('p'));
    tell({ name: 'effects.held', payload: { commandId: 'p1', effectCount: 1, undoUntilMs: Date.now() + 7_000 } });
    await undoLast();
    await redoLast();
    const action = useToast.getState().toast?.action;
    expect(action).not.toBeNull();
    action?.run();
    await undoLast();
    expect(undone).toEqual(['p1', 'p2']);
  });
});

describe('a command that says itself what it did', () => {
  it('is taken back like any other, without a toast of its own', async () => {
    rememberOutcome('write-note', outcome('n1'), command('again'));
    expect(useToast.getState().toast).toBeNull();
    await undoLast();
    await redoLast();
    await undoLast();
    expect(undone).toEqual(['n1', 'again1']);
  });

  it('is forgotten when it was taken back where it was done', async () => {
    await run('hold', command('h'));
    rememberOutcome('write-note', outcome('n1'), command('again'));
    forgetCommand('n1');
    await undoLast();
    expect(undone).toEqual(['h1']);
  });
});
