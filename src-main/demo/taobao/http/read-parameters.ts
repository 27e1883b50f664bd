import { bodyText, headerText, type Asked } from '../../kit/http/asked.ts';
import { readMultipart } from './multipart.ts';

/** Everything a request says: text parameters of address and body together, files apart. */
export interface TopParameters {
  text: ReadonlyMap<string, string>;
  files: ReadonlyMap<string, Uint8Array>;
  /** The first name that came twice; null is as it should be. */
  repeated: string | null;
  /** The body is of a kind that the gateway reads. */
  isReadable: boolean;
}

/** POST with a form (or multipart when a file goes along), or GET with everything in the address. */
export function readParameters(asked: Asked): TopParameters {
  const pairs: [string, string][] = [...asked.url.searchParams];
  let files: ReadonlyMap<string, Uint8Array> = new Map();
  let isReadable = true;
  const contentType = headerText(asked.headers, 'content-type');
  const kind = contentType.split(';')[0]?.trim().toLowerCase();
  if (kind === 'multipart/form-data') {
    const body = readMultipart(asked.body, contentType);
    isReadable = body !== null;
    pairs.push(...(body?.text ?? []));
    files = body?.files ?? files;
  } else if (kind === 'application/x-www-form-urlencoded') {
    pairs.push(...new URLSearchParams(bodyText(asked)));
  } else isReadable = asked.body.length === 0;
  const text = new Map<string, string>();
  let repeated: string | null = null;
  for (const [name, value] of pairs) {
    if (text.has(name)) repeated ??= name;
    else text.set(name, value);
  }
  return { text, files, repeated, isReadable };
}
