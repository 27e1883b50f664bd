import { GROUP, VALUE } from './tags.ts';

/** One value to send. */
export type RequestValue =
  | { readonly tag: 'integer' | 'enum'; readonly value: number }
  | { readonly tag: 'boolean'; readonly value: boolean }
  | {
      readonly tag: 'text' | 'name' | 'keyword' | 'uri' | 'charset' | 'naturalLanguage' | 'mimeMediaType';
      readonly value: string;
    }
  | { readonly tag: 'collection'; readonly value: RequestAttributes };

/** Names with one value or several, in the order they are sent. */
export type RequestAttributes = Readonly<Record<string, RequestValue | readonly RequestValue[]>>;

export interface IppRequest {
  readonly operation: number;
  readonly requestId: number;
  /** Beyond charset and language, which always come first. */
  readonly operationAttributes: RequestAttributes;
  readonly jobAttributes?: RequestAttributes;
}

/** The bytes of an IPP/2.0 request, before the document's (RFC 8010 §3.1). */
export function encodeRequest({
  operation,
  requestId,
  operationAttributes,
  jobAttributes,
}: IppRequest): Uint8Array<ArrayBuffer> {
  const parts = [
    Buffer.of(2, 0, operation >> 8, operation & 0xff),
    int32(requestId),
    Buffer.of(GROUP.operation),
    ...attributes({
      'attributes-charset': { tag: 'charset', value: 'utf-8' },
      'attributes-natural-language': { tag: 'naturalLanguage', value: 'en' },
      ...operationAttributes,
    }),
  ];
  if (jobAttributes !== undefined) parts.push(Buffer.of(GROUP.job), ...attributes(jobAttributes));
  return new Uint8Array(Buffer.concat([...parts, Buffer.of(GROUP.end)]));
}

/** Text cut to at most `limit` bytes of UTF-8, never inside a character. IPP names hold 255 bytes, texts 1023. */
export function cutText(text: string, limit: number): string {
  let cut = '';
  let size = 0;
  for (const character of text) {
    size += Buffer.byteLength(character);
    if (size > limit) break;
    cut += character;
  }
  return cut;
}

function attributes(named: RequestAttributes): Buffer[] {
  return Object.entries(named).flatMap(([name, given]) =>
    asList(given).flatMap((value, at) => field(value, at === 0 ? name : '')),
  );
}

function asList(given: RequestValue | readonly RequestValue[]): readonly RequestValue[] {
  return 'tag' in given ? [given] : given;
}

/** A further value of the same attribute has no name. */
function field(value: RequestValue, name: string): Buffer[] {
  if (value.tag !== 'collection') return [entry(VALUE[value.tag], name, scalar(value))];
  const members = Object.entries(value.value).flatMap(([member, given]) => [
    entry(VALUE.memberName, '', Buffer.from(member)),
    ...asList(given).flatMap((one) => field(one, '')),
  ]);
  const nothing = Buffer.alloc(0);
  return [entry(VALUE.beginCollection, name, nothing), ...members, entry(VALUE.endCollection, '', nothing)];
}

function scalar(value: Exclude<RequestValue, { readonly tag: 'collection' }>): Buffer {
  switch (value.tag) {
    case 'integer':
    case 'enum':
      return int32(value.value);
    case 'boolean':
      return Buffer.of(value.value ? 1 : 0);
    default:
      return Buffer.from(value.value);
  }
}

function entry(tag: number, name: string, value: Buffer): Buffer {
  const nameBytes = Buffer.from(name);
  return Buffer.concat([Buffer.of(tag), int16(nameBytes.length), nameBytes, int16(value.length), value]);
}

function int16(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16BE(value);
  return bytes;
}

function int32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeInt32BE(value);
  return bytes;
}
