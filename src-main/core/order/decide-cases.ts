import type { CommandOf } from './commands.ts';
import { accepted, refused, type Decision } from './decision.ts';
import type { Order } from './order.ts';

type CaseCommand = CommandOf<'open-case' | 'change-case' | 'note-case' | 'close-case'>;

/** Cases are opened, talked about and ended wherever the order lies, off the board too. */
export function decideCase(order: Order, command: CaseCommand, atMs: number): Decision {
  switch (command.kind) {
    case 'open-case':
      return decideOpen(order, command, atMs);
    case 'change-case':
      return decideChange(order, command, atMs);
    case 'note-case':
      return decideNote(order, command, atMs);
    case 'close-case': {
      const { caseId, outcome } = command;
      const isOpen = order.work.cases.some((open) => open.id === caseId);
      return isOpen ? accepted([{ kind: 'case-closed', atMs, caseId, outcome }]) : refused('case-unknown');
    }
  }
}

function decideOpen({ work }: Order, command: CommandOf<'open-case'>, atMs: number): Decision {
  const { caseId, caseKind, reason, note, dueAtMs, afterSaleId } = command;
  const isKnown = [...work.cases, ...work.pastCases].some((known) => known.id === caseId);
  return isKnown
    ? refused('nothing-changes')
    : accepted([{ kind: 'case-opened', atMs, caseId, caseKind, reason, note, dueAtMs, afterSaleId }]);
}

function decideChange({ work }: Order, command: CommandOf<'change-case'>, atMs: number): Decision {
  const { caseId, caseKind, reason, dueAtMs } = command;
  const open = work.cases.find((one) => one.id === caseId);
  if (open === undefined) return refused('case-unknown');
  const isSame = open.kind === caseKind && open.reason === reason && open.dueAtMs === dueAtMs;
  return isSame
    ? refused('nothing-changes')
    : accepted([{ kind: 'case-changed', atMs, caseId, caseKind, reason, dueAtMs }]);
}

function decideNote({ work }: Order, { caseId, text }: CommandOf<'note-case'>, atMs: number): Decision {
  if (![...work.cases, ...work.pastCases].some((known) => known.id === caseId)) return refused('case-unknown');
  return text.trim() === '' ? refused('nothing-changes') : accepted([{ kind: 'case-noted', atMs, caseId, text }]);
}
