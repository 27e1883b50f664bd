import type { HttpResponse } from '../../../app/ports/http.ts';
import { member, plain, readJson } from '../shared/json.ts';

/** The first error of an error answer. `message` and `details` are the platform's own words and may quote the request. */
export interface ApiError {
  readonly status: number;
  readonly isJson: boolean;
  /** `InvalidInput`, `Unauthorized`, `QuotaExceeded` …; '' without one. */
  readonly code: string;
  readonly message: string;
  readonly details: string;
}

/** Reads `{errors: [{code, message, details?}]}`; an HTML page or an empty body gives empty texts. */
export function readErrorBody(response: HttpResponse): ApiError {
  const json = readJson(new TextDecoder().decode(response.bytes.subarray(0, 64 * 1024)));
  const errors = plain(member(json?.node, 'errors'));
  const first: unknown = Array.isArray(errors) ? errors[0] : null;
  const text = (key: string): string => {
    const value = member(first, key);
    return typeof value === 'string' ? value.slice(0, 500) : '';
  };
  return {
    status: response.status,
    isJson: json !== null,
    code: text('code'),
    message: text('message'),
    details: text('details'),
  };
}
