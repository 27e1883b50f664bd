/** An element of a feed: feeds have no mixed content, so it holds elements or text. */
export interface XmlElement {
  name: string;
  children: XmlElement[];
  text: string;
}

const token =
  /<\?[\s\S]*?\?>|<!--[\s\S]*?-->|<(\/?)([A-Za-z_][\w.:-]*)((?:\s+[\w.:-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>|([^<]+)/gy;

/** Reads XML without DTD and CDATA, which feeds do not use. Throws on anything that is not well formed. */
export function readXml(xml: string): XmlElement {
  const root: XmlElement = { name: '', children: [], text: '' };
  const open: XmlElement[] = [root];
  const source = xml.replace(/^\uFEFF/u, '');
  token.lastIndex = 0;
  for (let at = 0; at < source.length; at = token.lastIndex) {
    token.lastIndex = at;
    const match = token.exec(source);
    if (match === null) throw new Error(`not well formed at character ${at}`);
    take(open, match);
  }
  const [only] = root.children;
  if (open.length !== 1 || only === undefined || root.children.length !== 1 || root.text.trim() !== '') {
    throw new Error('a document has exactly one element at its top, and closes it');
  }
  return only;
}

function take(open: XmlElement[], [, closing, name, , empty, text]: RegExpExecArray): void {
  const parent = open.at(-1);
  if (parent === undefined) throw new Error('an element is closed that was never opened');
  if (text !== undefined) parent.text += unescaped(text);
  else if (name !== undefined && closing === '/') {
    if (open.length < 2 || parent.name !== name) throw new Error(`</${name}> closes nothing`);
    open.pop();
  } else if (name !== undefined) {
    const element: XmlElement = { name, children: [], text: '' };
    parent.children.push(element);
    if (empty !== '/') open.push(element);
  }
}

const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function unescaped(text: string): string {
  return text.replace(/&([^;]*);?/gu, (_whole, entity: string) => {
    const code = /^#(?:x([0-9a-f]+)|(\d+))$/iu.exec(entity);
    if (code !== null)
      return String.fromCodePoint(code[1] === undefined ? Number(code[2]) : Number.parseInt(code[1], 16));
    const letter = named[entity];
    if (letter === undefined) throw new Error(`the entity &${entity}; is not known`);
    return letter;
  });
}

export function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

/** The one child of that name; null when there is none. */
export function childOf(element: XmlElement, name: string): XmlElement | null {
  return element.children.find((child) => child.name === name) ?? null;
}

export function childrenOf(element: XmlElement, name: string): XmlElement[] {
  return element.children.filter((child) => child.name === name);
}

/** The text of the one child of that name; '' when there is none. */
export function textOf(element: XmlElement, name: string): string {
  return childOf(element, name)?.text.trim() ?? '';
}
