const SPACE = /[ \t\n\r]/u;
const END = /[,}\] \t\n\r]/u;

/**
 * The members of a JSON object, each with its value's own text, letter by letter, in the order in which they stand; a
 * name that stands twice comes twice. The text must be a JSON object (JSON.parse took it).
 */
export function memberTexts(text: string): (readonly [key: string, value: string])[] {
  const members: (readonly [string, string])[] = [];
  let at = afterSpace(text, text.indexOf('{') + 1);
  while (text[at] === '"') {
    const keyEnd = afterString(text, at);
    const from = afterSpace(text, afterSpace(text, keyEnd) + 1);
    const to = afterValue(text, from);
    members.push([JSON.parse(text.slice(at, keyEnd)) as string, text.slice(from, to)]);
    const comma = afterSpace(text, to);
    at = text[comma] === ',' ? afterSpace(text, comma + 1) : text.length;
  }
  return members;
}

function afterSpace(text: string, from: number): number {
  let at = from;
  while (SPACE.test(text[at] ?? '')) at += 1;
  return at;
}

function afterString(text: string, from: number): number {
  let at = from + 1;
  while (at < text.length && text[at] !== '"') at += text[at] === '\\' ? 2 : 1;
  return at + 1;
}

function afterValue(text: string, from: number): number {
  let at = from;
  let depth = 0;
  while (at < text.length) {
    const letter = text[at] ?? '';
    if (letter === '"') {
      at = afterString(text, at);
      if (depth === 0) return at;
      continue;
    }
    if (letter === '{' || letter === '[') depth += 1;
    else if (depth === 0 && END.test(letter)) return at;
    else if (letter === '}' || letter === ']') {
      depth -= 1;
      if (depth === 0) return at + 1;
    }
    at += 1;
  }
  return at;
}
