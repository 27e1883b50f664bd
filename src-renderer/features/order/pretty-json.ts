/**
 * Lays out JSON text for reading without parsing its values: platform ids exceed 2^53 and would lose digits in
 * JSON.parse. Text that is no JSON comes back as it was.
 */
export function prettyJson(text: string): string {
  const tokens = text.match(TOKEN);
  // Anything between the tokens besides blanks means that this is no JSON.
  if (
    tokens === null ||
    tokens.join('').length !== text.replace(TOKEN_OR_BLANK, (all) => (all.trim() === '' ? '' : all)).length
  )
    return text;
  return layOut(tokens);
}

const TOKEN = /"(?:[^"\\]|\\.)*"|[{}[\],:]|[^\s{}[\],:"]+/gs;
const TOKEN_OR_BLANK = /"(?:[^"\\]|\\.)*"|\s+/gs;

function layOut(tokens: readonly string[]): string {
  let depth = 0;
  let out = '';
  const newLine = () => `\n${'  '.repeat(depth)}`;
  tokens.forEach((token, index) => {
    const next = tokens[index + 1];
    if (token === '{' || token === '[') {
      const isEmpty = next === '}' || next === ']';
      if (!isEmpty) depth += 1;
      out += isEmpty ? token : token + newLine();
    } else if (token === '}' || token === ']') {
      const before = tokens[index - 1];
      const isEmpty = before === '{' || before === '[';
      if (!isEmpty) depth = Math.max(0, depth - 1);
      out += isEmpty ? token : newLine() + token;
    } else if (token === ',') out += token + newLine();
    else out += token === ':' ? ': ' : token;
  });
  return out;
}
