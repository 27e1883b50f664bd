import { layRows, MAX_DOTS, whitePage, type DecodedPaper } from './paper.ts';
import type { Step } from './reading.ts';
import { readGraphic, type ZplGraphic } from './zpl-graphic.ts';

export interface LabelSize {
  readonly width: number;
  readonly height: number;
}

/** What a format may need of what came before it. */
export interface ZplMemory {
  readonly loaded: LabelSize;
  readonly stored: ReadonlyMap<string, ZplGraphic>;
  /** The commands that stored the graphics. */
  readonly storing: string;
}

/** Settings that change nothing about the picture. */
const QUIET = /^(MN|PR|LH|LS|LT|PO|MT|MD|FS|CI|PM|LR|MM|SD|PQ|PW|LL|JM|JZ|JU|JS|TA|ID|CN|PF|XB|FX|ML|PA)/;
/** What only a renderer can draw: fonts, fields, bar codes, lines. */
const DRAWN = /^(A[0-9A-Z@]|B[0-9A-Z]|CF|CV|CW|FB|FC|FD|FH|FM|FN|FP|FR|FT|FV|FW|GB|GC|GD|GE|GS|MU|SN|TB|TO)/;
/** A format that only keeps or forgets something prints nothing. */
const KEEPS = /^(ID|DF|JU|HH)/;

/** Reads one format, from after its ^XA to before its ^XZ. */
export function readFormat(format: string, memory: ZplMemory): Omit<Step, 'used'> {
  const commands = format.split(/[\^~]/).filter((command) => command.trim() !== '');
  const width = numberOf(commands, 'PW', memory.loaded.width);
  const height = numberOf(commands, 'LL', memory.loaded.height);
  if (width < 1 || height < 1 || width * height > MAX_DOTS) return { complaint: `no label is ${width}x${height} dots` };
  const unknown = commands.find(
    (command) => !/^(FO|GF|XG)/.test(command) && !QUIET.test(command) && !DRAWN.test(command),
  );
  const said = unknown === undefined ? {} : { complaint: unknown.trim().slice(0, 12) };
  const copies = numberOf(commands, 'PQ', 1);
  if (commands.some((command) => KEEPS.test(command)) && !commands.some((command) => /^(FO|GF|XG)/.test(command)))
    return said;
  if (commands.some((command) => DRAWN.test(command))) {
    const zpl = `${memory.storing}^XA${format}^XZ`;
    return { ...said, paper: { language: 'zpl', zpl, widthDots: width, heightDots: height, copies } };
  }
  const page = { ...whitePage('zpl', width, height), copies };
  const fault = layGraphics(page, commands, memory);
  const isInverted = commands.findLast((command) => command.startsWith('PO'))?.startsWith('POI') === true;
  return {
    ...said,
    ...(fault === null ? {} : { complaint: fault }),
    paper: isInverted ? upsideDown(page) : page,
  };
}

/** ^POI: the label comes out with its foot first. */
function upsideDown(page: DecodedPaper): DecodedPaper {
  const turned = { ...page, dots: new Uint8Array(page.dots.length) };
  for (let y = 0; y < page.heightDots; y += 1) {
    for (let x = 0; x < page.widthDots; x += 1) {
      if (((page.dots[y * page.bytesPerRow + (x >> 3)] ?? 0) & (0x80 >> (x & 7))) === 0) continue;
      const to = page.widthDots - 1 - x;
      const at = (page.heightDots - 1 - y) * page.bytesPerRow + (to >> 3);
      turned.dots[at] = (turned.dots[at] ?? 0) | (0x80 >> (to & 7));
    }
  }
  return turned;
}

/** Lays all graphics of a format that has nothing else; a text says what was wrong with one. */
function layGraphics(page: DecodedPaper, commands: readonly string[], { stored }: ZplMemory): string | null {
  let fault: string | null = null;
  let home = { x: 0, y: 0 };
  let left = 0;
  let top = 0;
  for (const command of commands) {
    const origin = /^(FO|LH)(\d+),(\d+)/.exec(command);
    if (origin !== null) {
      const [, name, x, y] = origin;
      if (name === 'LH') home = { x: Number(x), y: Number(y) };
      else [left, top] = [home.x + Number(x), home.y + Number(y)];
    } else if (command.startsWith('GF') || command.startsWith('XG')) {
      const graphic = command.startsWith('GF') ? readGraphic(command) : recall(command, stored);
      if (typeof graphic === 'string') fault = graphic;
      else layRows(page, left, top, graphic.bytesPerRow, graphic.rows);
    }
  }
  return fault;
}

/** ^XGd:o.x,mx,my of a stored graphic, at its own size. */
function recall(command: string, stored: ReadonlyMap<string, ZplGraphic>): ZplGraphic | string {
  const match = /^XG(?:[A-Z]:)?([^,]+)(?:,1,1)?\s*$/.exec(command);
  return stored.get(match?.[1] ?? '') ?? `XG: ${command.slice(2, 24)}`;
}

function numberOf(commands: readonly string[], name: string, otherwise: number): number {
  const command = commands.findLast((candidate) => candidate.startsWith(name));
  const match = command === undefined ? null : /^..(\d+)/.exec(command);
  return match === null ? otherwise : Number(match[1]);
}
