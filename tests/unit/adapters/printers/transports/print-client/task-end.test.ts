import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { taskEnd } from '../../../../../../src-main/adapters/printers/transports/print-client/task-end.ts';

const task = { requestId: 'r1', taskId: 't1', documentId: '7800' };
const good = { documentID: '7800', status: 'success' };
const result = (taskStatus: string, printStatus: unknown, name = 'taskID') => ({
  cmd: 'notifyPrintResult',
  [name]: 't1',
  taskStatus,
  printStatus,
});

describe('what a message of the print client says of a task', () => {
  it.each([
    ['taken', { cmd: 'print', requestID: 'r1', taskID: 't1', status: 'success', errorCode: 0 }, null],
    ['nothing in it', { cmd: 'print', requestID: 'r1', status: 'failed', errorCode: 11 }, 'empty'],
    ['not taken', { cmd: 'print', requestID: 'r1', status: 'failed', errorCode: 10 }, 'refused'],
    ['of another request', { cmd: 'print', requestID: 'r2', status: 'failed', errorCode: 11 }, null],
    ['begun', { cmd: 'notifyTaskResult', taskId: 't1', taskStatus: 'initial' }, null],
    ['over, but not what came of it', { cmd: 'notifyTaskResult', taskId: 't1', taskStatus: 'completeSuccess' }, null],
    [
      'drawn',
      { cmd: 'notifyDocResult', taskID: 't1', documentID: '7800', docStatus: 'rendered', status: 'success' },
      null,
    ],
    [
      'not to be drawn',
      { cmd: 'notifyDocResult', taskID: 't1', documentID: '7800', docStatus: 'rendered', status: 'failed', code: 40 },
      'undecodable',
    ],
    [
      'broken off',
      { cmd: 'notifyDocResult', taskId: 't1', documentID: '7800', docStatus: 'printed', status: 'failed' },
      'failed',
    ],
    [
      'another document',
      { cmd: 'notifyDocResult', taskID: 't1', documentID: '7801', docStatus: 'rendered', status: 'failed' },
      null,
    ],
    ['all drawn', result('rendered', [good]), null],
    ['all printed', result('printed', [good]), 'printed'],
    ['all printed, spelt the other way', result('printed', [good], 'taskId'), 'printed'],
    ['printed, but not this', result('printed', [{ ...good, documentID: '7801' }]), null],
    ['printed in part', result('printed', [good, { documentID: 'x', status: 'failed' }]), 'failed'],
    ['printed, of nothing', result('printed', []), null],
    ['failed', result('failed', [{ ...good, status: 'failed' }]), 'failed'],
    ['failed without a word', result('failed', null), 'failed'],
    ['of another task', { ...result('printed', [good]), taskID: 't2' }, null],
    ['asked: done', asked([good]), 'printed'],
    ['asked: not yet', asked([{ ...good, status: 'pending' }]), null],
    ['asked: not done', asked([{ ...good, status: 'failed' }]), 'failed'],
    ['asked: not known', asked([]), null],
    ['no command', { requestID: 'r1' }, null],
  ])('%s', (_name, message, end) => {
    expect(taskEnd(message, task)).toBe(end);
  });

  it('is nothing, whatever the message is made of', () => {
    const cmd = fc.constantFrom('print', 'notifyDocResult', 'notifyPrintResult', 'getTaskStatus', 'x');
    const names = fc.constantFrom('requestID', 'taskID', 'taskId', 'printStatus', 'status', 'documentID', 'taskStatus');
    fc.assert(
      fc.property(cmd, fc.dictionary(names, fc.jsonValue()), (name, fields) => {
        expect([null, 'failed']).toContain(taskEnd({ cmd: name, ...fields }, task));
      }),
    );
  });
});

function asked(detailStatus: unknown) {
  const printStatus = [
    { taskID: 't2', detailStatus: [good] },
    { taskID: 't1', detailStatus },
  ];
  return { cmd: 'getTaskStatus', requestID: 'r9', status: 'success', printStatus };
}
