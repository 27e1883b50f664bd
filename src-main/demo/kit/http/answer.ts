import { writeJson } from './json.ts';

/** An answer before it goes onto the wire. */
export interface Answer {
  status: number;
  headers: Record<string, string>;
  body: string | Uint8Array;
}

/** JSON with every digit of its bigints. */
export function jsonAnswer(status: number, value: unknown, headers: Record<string, string> = {}): Answer {
  return { status, headers: { 'Content-Type': 'application/json', ...headers }, body: writeJson(value) };
}

/** What a front server answers when the service behind it is away. */
export function badGateway(): Answer {
  const body =
    '<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body>\r\n<center><h1>502 Bad Gateway</h1></center>\r\n<hr><center>nginx</center>\r\n</body>\r\n</html>\r\n';
  return { status: 502, headers: { 'Content-Type': 'text/html' }, body };
}

/** Cuts an answer in the middle: the length header is right, the braces do not close. */
export function cutInTheMiddle(answer: Answer): Answer {
  return { ...answer, body: answer.body.slice(0, Math.floor(answer.body.length / 2)) };
}
