import { beforeAll, describe, expect, it } from 'vitest';
import { ERROR_CODES } from '../../../../src-main/contract/errors.ts';
import { CARD_STEPS } from '../../../../src-main/contract/methods/board.ts';
import { EFFECT_STATES } from '../../../../src-main/app/ports/store-outbox.ts';
import { PRINT_JOB_STATES } from '../../../../src-main/app/ports/store-printing.ts';
import { DEADLINE_KINDS } from '../../../../src-main/core/deadline/deadline.ts';
import { CHECK_CODES } from '../../../../src-main/core/order/checks.ts';
import { COMMAND_REFUSALS } from '../../../../src-main/core/order/commands.ts';
import { EFFECT_KINDS } from '../../../../src-main/core/order/effects.ts';
import { REMOTE_STAGES } from '../../../../src-main/core/order/facts.ts';
import { MOVE_REFUSALS } from '../../../../src-main/core/order/moves.ts';
import { CASE_KINDS, CASE_OUTCOMES, CASE_REASONS, HOLD_REASONS } from '../../../../src-main/core/order/work.ts';
import { CallError } from '../../../../src-renderer/client/call-error.ts';
import { checkText, codeText, errorText, shortRefusal } from '../../../../src-renderer/i18n/code-text.ts';
import { codes } from '../../../../src-renderer/i18n/locales/zh-CN/codes.ts';
import { errors } from '../../../../src-renderer/i18n/locales/zh-CN/errors.ts';
import { setUpWords } from '../../../../src-renderer/i18n/setup.ts';

beforeAll(() => setUpWords('zh-CN'));

describe('every code of core and contract has its words', () => {
  it.each([
    [
      'refusal',
      [...MOVE_REFUSALS, ...COMMAND_REFUSALS, 'needs-answer', 'not-found', 'label-file-missing', 'print-unknown'],
    ],
    ['refusalShort', MOVE_REFUSALS],
    ['check', CHECK_CODES],
    ['accept', CHECK_CODES],
    ['holdReason', HOLD_REASONS],
    ['caseKind', CASE_KINDS],
    ['caseReason', CASE_REASONS],
    ['caseOutcome', CASE_OUTCOMES],
    ['deadline', DEADLINE_KINDS],
    ['stage', REMOTE_STAGES],
    ['step', CARD_STEPS],
    ['effect', EFFECT_KINDS],
    ['effectState', EFFECT_STATES],
    ['jobState', PRINT_JOB_STATES],
  ] as const)('%s', (group, known) => {
    expect(Object.keys(codes[group])).toEqual(expect.arrayContaining([...known]));
  });

  it('errors, and no others', () => {
    expect(Object.keys(errors).sort()).toEqual([...ERROR_CODES].sort());
  });
});

describe('sentences', () => {
  it('show what follows a colon', () => {
    expect(codeText('fault', 'missing-role:/v4/ship')).toBe('密钥少一个权限 (/v4/ship)');
  });

  it('show a code that is new to us', () => {
    expect(codeText('fault', 'solar-flare')).toBe('没见过的情况（solar-flare）');
  });

  it('of checks have their facts', () => {
    expect(checkText({ code: 'out-of-stock', params: { sku: 'MUG', missing: '2' } })).toEqual({
      title: '缺 2 件',
      detail: 'MUG',
    });
    expect(checkText({ code: 'address-broken', params: { faults: 'house-missing,phone-missing' } }).detail).toBe(
      '没有门牌号，没有电话',
    );
  });

  it('of refusals are short in a narrow lane, else in full', () => {
    expect(shortRefusal('label-first')).toBe('先要有面单');
    expect(shortRefusal('tracking-missing')).toBe(codeText('refusal', 'tracking-missing'));
  });

  it('of errors say the refusal they carry', () => {
    expect(errorText(new CallError('internal'))).toBe('出了内部错误，数据没动');
    expect(errorText(new CallError('refused', { code: 'order-closed' }))).toBe('这单已经关闭');
  });
});
