import { isRecord, type JsonNode, member, plain } from '../shared/json.ts';

/** `error_response`, which comes with HTTP 200. Texts are the platform's own, at most 300 characters. */
export interface ApiError {
  /** The gateway's number; 15 and 50 hand on what the service behind it said in `subCode`. */
  readonly code: number;
  readonly message: string;
  /** e.g. 'isv.logistics-offline-service-error:B04'; '' without one. */
  readonly subCode: string;
  readonly subMessage: string;
}

/** The error in an answer, or null when it has none. */
export function readErrorBody(answer: JsonNode): ApiError | null {
  const error = member(answer, 'error_response');
  if (!isRecord(error)) return null;
  const text = (key: string) => {
    const value = plain(member(error, key));
    return typeof value === 'string' ? value.slice(0, 300) : '';
  };
  return {
    code: Number(text('code')) || 0,
    message: text('msg'),
    subCode: text('sub_code'),
    subMessage: text('sub_msg'),
  };
}

/** What stands after the colon of a sub code, e.g. B04; the whole of it where there is no colon. */
export const suffixOf = ({ subCode }: ApiError): string => /:([\w-]+)$/.exec(subCode)?.[1] ?? subCode;
