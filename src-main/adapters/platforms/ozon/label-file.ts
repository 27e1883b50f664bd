import type { LabelAnswer } from '../../../app/ports/platform-connector.ts';
import type { HttpResponse } from '../../../app/ports/http.ts';
import type { ConnectorContext } from './context.ts';
import type { CallFault } from './errors.ts';
import { isLoopback, isPrivateWay } from '../shared/read-settings.ts';

export const MAX_LABEL_BYTES = 25 * 1024 * 1024;

/**
 * Fetches the finished file. It may lie on another host, which is never shown the shop's key; and it is only taken
 * for a label when it is a PDF: errors have been saved as labels before (ozon.md §16).
 */
export async function fetchLabelFile(context: ConnectorContext, fileUrl: string): Promise<LabelAnswer> {
  const { proxy, settings, timings } = context;
  const url = readFileUrl(fileUrl, settings.baseUrl);
  if (url === null) return { kind: 'failed', code: 'label-url-refused' };
  const download = await proxy.download(url, MAX_LABEL_BYTES);
  if (!download.ok) return downloadFault(download.fault, timings.labelPollMs, timings.labelNotReadyMs);
  return isPdf(download.response)
    ? { kind: 'ready', document: { kind: 'pdf', bytes: download.response.bytes } }
    : { kind: 'failed', code: 'label-not-pdf' };
}

/** This machine is a fair address only when the shop itself is a simulator on it. */
function readFileUrl(text: string, baseUrl: string): URL | null {
  if (!URL.canParse(text, baseUrl)) return null;
  const url = new URL(text, baseUrl);
  const isFair = isPrivateWay(url) && (!isLoopback(url) || isLoopback(new URL(baseUrl)));
  return isFair && url.username === '' && url.password === '' ? url : null;
}

/** A file that is gone (links may expire) wants a new request; anything else is worth another try. */
function downloadFault(fault: CallFault, pollMs: number, notReadyMs: number): LabelAnswer {
  if (fault.kind === 'transport' && fault.transport === 'too-large') return { kind: 'failed', code: 'label-too-large' };
  const isGone = fault.kind === 'api' && [401, 403, 404, 410].includes(fault.error.status);
  if (isGone) return { kind: 'not-ready', code: 'label-file-gone', afterMs: notReadyMs };
  return { kind: 'pending', afterMs: (fault.kind === 'api' ? fault.retryAfterMs : null) ?? pollMs };
}

function isPdf({ headers, bytes }: HttpResponse): boolean {
  const type = (headers['content-type'] ?? '').toLowerCase();
  const isOther = type.startsWith('text/html') || type.startsWith('application/json');
  return !isOther && new TextDecoder('latin1').decode(bytes.subarray(0, 5)) === '%PDF-';
}
