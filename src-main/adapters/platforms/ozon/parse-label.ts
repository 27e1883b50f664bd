import { firstWord } from './error-body.ts';
import { saysNotReady } from './errors.ts';
import { type JsonNode, member, plain } from '../shared/json.ts';
import { unwrapped } from './unwrapped.ts';

/** What a label task says of its one posting. */
export type LabelTask =
  | { readonly kind: 'file'; readonly fileUrl: string }
  | { readonly kind: 'pending' }
  | { readonly kind: 'not-ready' }
  | { readonly kind: 'failed'; readonly code: string };

/**
 * Reads a task's answer. Its status word is not relied on (`completed`, but clients also met `ok`): a file without an
 * error is done, and a posting named under `unprinted_postings` is not in that file (ozon.md §6).
 */
export function parseLabelTask(body: JsonNode, remoteId: string): LabelTask {
  const content = unwrapped(body);
  const status = member(content, 'status');
  const word = text(member(status, 'code')) || text(status);
  const error = member(content, 'error');
  const errorText = `${text(plain(member(error, 'code')))} ${text(member(error, 'message'))}`.trim();
  // A failed task names every posting as unprinted as well, so its own words come first.
  if (errorText !== '') return refusal(errorText, 'label-error');
  const unprinted = unprintedMessage(member(status, 'unprinted_postings'), remoteId);
  if (unprinted !== null) return refusal(unprinted, 'label-unprinted');
  if (word === 'error') return { kind: 'failed', code: 'label-error' };
  const fileUrl = text(member(content, 'file_url'));
  return fileUrl === '' ? { kind: 'pending' } : { kind: 'file', fileUrl };
}

function refusal(message: string, fallbackCode: string): LabelTask {
  return saysNotReady(message) ? { kind: 'not-ready' } : { kind: 'failed', code: firstWord(message) ?? fallbackCode };
}

function unprintedMessage(list: JsonNode, remoteId: string): string | null {
  const items: readonly JsonNode[] = Array.isArray(list) ? list : [];
  const item = items.find((candidate) => plain(member(candidate, 'posting_number')) === remoteId);
  return item === undefined ? null : text(member(item, 'message'));
}

const text = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');
