import type { TestApp } from './app.ts';

/**
 * What a careful eye would find wrong with the text on the screen: too little contrast (WCAG 2.2, 1.4.3), Chinese that
 * is too small, text that is cut without an ellipsis, text that leaves its box or the window, a page that scrolls
 * sideways. One line a flaw. Faded parts (opacity under 1) are left out: they are faded on purpose.
 */
export function flawsOf(app: TestApp): Promise<string[]> {
  return app.page.evaluate(findFlaws);
}

/** Runs in the page: everything it needs is inside. */
function findFlaws(): string[] {
  type Colour = [number, number, number, number];
  const pencil = document.createElement('canvas').getContext('2d', { willReadFrequently: true })!;
  const colours = new Map<string, Colour>();
  const parse = (text: string): Colour => {
    let colour = colours.get(text);
    if (colour === undefined) {
      pencil.clearRect(0, 0, 1, 1);
      pencil.fillStyle = text;
      pencil.fillRect(0, 0, 1, 1);
      const [red = 0, green = 0, blue = 0, alpha = 0] = pencil.getImageData(0, 0, 1, 1).data;
      colour = [red, green, blue, alpha / 255];
      colours.set(text, colour);
    }
    return colour;
  };
  const mix = (top: Colour, under: Colour): Colour => {
    const channel = (index: 0 | 1 | 2) => top[index] * top[3] + under[index] * (1 - top[3]);
    return [channel(0), channel(1), channel(2), 1];
  };
  const ancestors = (element: Element): Element[] => {
    const list: Element[] = [];
    for (let at: Element | null = element; at !== null; at = at.parentElement) list.push(at);
    return list;
  };
  const groundOf = (element: Element): Colour => {
    const layers = ancestors(element).map((each) => parse(getComputedStyle(each).backgroundColor));
    const solid = layers.findIndex((layer) => layer[3] === 1);
    return layers
      .slice(0, solid < 0 ? undefined : solid + 1)
      .reduceRight((under, layer) => mix(layer, under), [255, 255, 255, 1] as Colour);
  };
  const light = ([red, green, blue]: Colour): number => {
    const linear = (value: number) =>
      value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4;
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
  };
  const contrast = (one: Colour, other: Colour): number => {
    const [darker = 0, lighter = 0] = [light(one), light(other)].toSorted((left, right) => left - right);
    return (lighter + 0.05) / (darker + 0.05);
  };
  /** The part of a box that its scrolling and clipping ancestors let through. */
  const windowOf = (element: Element): DOMRect => {
    let [left, top, right, bottom] = [0, 0, innerWidth, innerHeight];
    for (const each of ancestors(element).slice(1)) {
      const { overflowX, overflowY } = getComputedStyle(each);
      const box = each.getBoundingClientRect();
      if (overflowX !== 'visible') [left, right] = [Math.max(left, box.left), Math.min(right, box.right)];
      if (overflowY !== 'visible') [top, bottom] = [Math.max(top, box.top), Math.min(bottom, box.bottom)];
    }
    return new DOMRect(left, top, right - left, bottom - top);
  };
  /** The nearest box that paints something: text must stay in it. */
  const paperOf = (element: Element): Element | undefined =>
    ancestors(element).find((each) => {
      const style = getComputedStyle(each);
      const isPainted = parse(style.backgroundColor)[3] > 0 || parseFloat(style.borderTopWidth) > 0;
      return style.display !== 'inline' && isPainted;
    });

  const flaws = new Set<string>();
  if (document.documentElement.scrollWidth > innerWidth)
    flaws.add(`the page is ${document.documentElement.scrollWidth} wide in a window of ${innerWidth}`);
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode() !== null) {
    const node = walker.currentNode;
    const element = node.parentElement;
    const text = node.textContent?.trim() ?? '';
    if (text === '' || element === null || element.closest('svg, script, style, option') !== null) continue;
    if (!element.checkVisibility({ visibilityProperty: true })) continue;
    if (ancestors(element).some((each) => Number(getComputedStyle(each).opacity) < 1)) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    const box = range.getBoundingClientRect();
    const seen = windowOf(element);
    const isSeen =
      box.right > seen.left + 1 && box.left < seen.right - 1 && box.bottom > seen.top + 1 && box.top < seen.bottom - 1;
    if (box.width < 2 || box.height < 2 || !isSeen) continue;
    const name = `"${text.slice(0, 28)}"`;
    const style = getComputedStyle(element);
    const sizePx = parseFloat(style.fontSize);
    const isLarge = sizePx >= 24 || (sizePx >= 18.66 && Number(style.fontWeight) >= 700);
    const ground = groundOf(element);
    const ratio = contrast(mix(parse(style.color), ground), ground);
    if (ratio < (isLarge ? 3 : 4.5) && element.closest(':disabled, [aria-disabled="true"]') === null)
      flaws.add(`${name} has contrast ${ratio.toFixed(2)}`);
    if (/\p{Script=Han}/u.test(text) && sizePx < 12) flaws.add(`${name} is Chinese at ${sizePx} px`);
    const cutter = ancestors(element).find((each) => getComputedStyle(each).display !== 'inline');
    const cut = cutter === undefined ? null : getComputedStyle(cutter);
    const isClipped = cut !== null && ['hidden', 'clip'].includes(cut.overflowX);
    const hasEllipsis = cut !== null && (cut.textOverflow === 'ellipsis' || cut.webkitLineClamp !== 'none');
    if (
      isClipped &&
      !hasEllipsis &&
      cutter !== undefined &&
      cutter.clientWidth > 1 &&
      cutter.scrollWidth > cutter.clientWidth + 1
    )
      flaws.add(`${name} is cut`);
    const sheet = paperOf(element);
    const paper = sheet?.getBoundingClientRect();
    const frame = sheet === undefined ? seen : windowOf(sheet);
    const isFree = !isClipped && style.position !== 'absolute';
    if (isFree && paper !== undefined && (box.right > paper.right + 1 || box.left < paper.left - 1))
      flaws.add(`${name} leaves its box`);
    if (isFree && paper !== undefined && (paper.right > frame.right + 1 || paper.left < frame.left - 1))
      flaws.add(`the box of ${name} is cut`);
    if (isFree && (box.right > innerWidth + 1 || box.left < -1)) flaws.add(`${name} leaves the window`);
  }
  return [...flaws];
}
