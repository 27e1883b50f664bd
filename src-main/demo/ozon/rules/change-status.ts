import type { OzonPosting } from '../posting.ts';

/** Moves a posting and remembers where it came from. */
export function changeStatus(posting: OzonPosting, status: string, substatus: string, nowMs: number): void {
  if (posting.status === status && posting.substatus === substatus) return;
  posting.previousSubstatus = posting.substatus;
  posting.status = status;
  posting.substatus = substatus;
  posting.statusChangedAtMs = nowMs;
  if (status === 'delivering') posting.deliveringAtMs ??= nowMs;
}
