import { LabelUnreadable } from '../../../app/ports/printing.ts';
import { zplRule } from './zpl-commands.ts';
import { zplCommands, type ZplCommand } from './zpl-tokens.ts';

const MAX_LABELS = 100;

/** One label out of a ZPL file: what draws it, and nothing else. One letter of the texts is one byte. */
export interface ZplLabel {
  /** Between ^XA and ^XZ. */
  readonly body: string;
  /** Pictures that it needs from the printer's memory, to be loaded before it. */
  readonly graphics: string;
  /** Formats that it fills in, for drawing it; they are never sent. */
  readonly templates: string;
  /** Names of its pictures in the printer's memory. */
  readonly graphicNames: readonly string[];
  /** Of ^PW and ^LL, in dots; null where it does not say. */
  readonly widthDots: number | null;
  readonly heightDots: number | null;
  /** True when it can be sent as it is. */
  readonly isNative: boolean;
  /** It wants a picture that the file does not bring. */
  readonly isGraphicMissing: boolean;
}

interface Format {
  readonly commands: readonly ZplCommand[];
  readonly isTemplate: boolean;
  readonly widthDots: number | null;
  readonly heightDots: number | null;
}

/**
 * The labels of a ZPL file that print, each by itself: settings of formats before it are written into it, pictures go to
 * memory that is lost when the printer is switched off. Throws LabelUnreadable.
 */
export function cleanZpl(text: string): ZplLabel[] {
  const graphics = new Map<string, string>();
  const formats = formatsOf(zplCommands(text), graphics);
  const templates = formats.filter((format) => format.isTemplate).map((format) => textOf(format.commands));
  const lasting = new Map<string, ZplCommand>();
  const labels: ZplLabel[] = [];
  for (const format of formats) {
    if (!format.isTemplate && format.commands.some(({ name }) => zplRule(name.slice(1), '').isInk))
      labels.push(labelOf([...lasting.values(), ...format.commands], format, graphics, templates));
    for (const command of format.commands)
      if (zplRule(command.name.slice(1), command.data).isLasting) lasting.set(command.name, command);
  }
  if (labels.length === 0) throw new LabelUnreadable('no-pages');
  if (labels.length > MAX_LABELS) throw new LabelUnreadable('too-large');
  return labels;
}

/** What stands between ^XA and ^XZ, cleaned; pictures are put into `graphics`, size settings hold until set anew. */
function formatsOf(commands: readonly ZplCommand[], graphics: Map<string, string>): Format[] {
  const formats: Format[] = [];
  let open: { commands: ZplCommand[]; isTemplate: boolean } | null = null;
  let [widthDots, heightDots]: (number | null)[] = [null, null];
  for (const command of commands) {
    const { name, data } = command;
    if (name === '^XA') open = { commands: [], isTemplate: false };
    else if (name === '~DG' || name === '~DY') keepGraphic(command, graphics);
    else if (open === null || !name.startsWith('^')) continue;
    else if (name === '^XZ') {
      formats.push({ ...open, widthDots: widthDots ?? null, heightDots: heightDots ?? null });
      open = null;
    } else if (name === '^PW') widthDots = dotsOf(data);
    else if (name === '^LL') heightDots = dotsOf(data);
    else if (name === '^DF') {
      open.isTemplate = true;
      open.commands.push(command);
    } else open.commands.push(...cleaned(command));
  }
  return formats;
}

function cleaned(command: ZplCommand): ZplCommand[] {
  const { name, data } = command;
  // A serial number: the first label has its first value (ZPL II guide, ^SN), and one label is all that is printed.
  if (name === '^SN') return [{ name: '^FD', data: data.split(',')[0] ?? '' }];
  if (name === '^XG' || name === '^IM') return [{ name, data: data.replace(/^[^,]*/u, (path) => inMemory(path)) }];
  if (name === '^GF') return [hexGraphic(command)];
  return zplRule(name.slice(1), data).isKept ? [command] : [];
}

/** Raw bytes become hexadecimal, which passes every cable and reader. Compressed raw bytes are nowhere documented. */
function hexGraphic({ name, data }: ZplCommand): ZplCommand {
  const form = data.trimStart().charAt(0).toUpperCase();
  if (form === 'C') throw new LabelUnreadable('unknown-kind');
  if (form !== 'B') return { name, data };
  const parts = data.split(',', 4);
  const raw = data.slice(parts.reduce((size, part) => size + part.length + 1, 0));
  const [, , total = '', perRow = ''] = parts;
  return { name, data: `A,${total},${total},${perRow},${Buffer.from(raw, 'latin1').toString('hex').toUpperCase()}` };
}

/** Pictures in memory are kept by name; fonts and other objects are not. */
function keepGraphic({ name, data }: ZplCommand, graphics: Map<string, string>): void {
  const [path = '', form = '', kind = ''] = data.split(',', 3);
  if (name === '~DY' && !/^[GP]/iu.test(kind.trim())) return;
  const rest = data.slice(path.length);
  if (name === '~DY' && !/^A/iu.test(form.trim())) return;
  graphics.set(inMemory(path), `${name}${inMemory(path)}${rest.replace(/[\r\n]/gu, '')}\n`);
}

/** The name of a picture on the drive that forgets (R:). */
function inMemory(path: string): string {
  const name = path
    .trim()
    .toUpperCase()
    .replace(/^[A-Z]:/u, '')
    .replace(/[^A-Z0-9_.-]/gu, '');
  return `R:${name.includes('.') ? name : `${name}.GRF`}`;
}

function dotsOf(data: string): number | null {
  const dots = Number.parseInt(data, 10);
  return Number.isFinite(dots) && dots > 0 && dots <= 32_000 ? dots : null;
}

function labelOf(
  commands: readonly ZplCommand[],
  { widthDots, heightDots }: Format,
  graphics: ReadonlyMap<string, string>,
  templates: readonly string[],
): ZplLabel {
  const wanted = commands
    .filter(({ name }) => name === '^XG' || name === '^IM')
    .map(({ data }) => data.split(',')[0] ?? '');
  const names = [...new Set(wanted)].filter((name) => graphics.has(name));
  const needed = names.map((name) => graphics.get(name) ?? '');
  const isRedrawn = commands.some(({ name, data }) => zplRule(name.slice(1), data).isRedrawn);
  const hasTemplates = commands.some(({ name }) => name === '^XF');
  return {
    body: textOf(commands),
    graphics: needed.join(''),
    templates: hasTemplates ? templates.map((template) => `^XA${template}^XZ\n`).join('') : '',
    graphicNames: names,
    widthDots,
    heightDots,
    isNative: !isRedrawn && needed.every((graphic) => graphic.startsWith('~DG')),
    isGraphicMissing: !hasTemplates && wanted.some((name) => !graphics.has(name)),
  };
}

function textOf(commands: readonly ZplCommand[]): string {
  return commands.map(({ name, data }) => `${name}${data}`).join('');
}
