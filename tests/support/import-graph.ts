import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';

/** One source file: its path from the repository's root with forward slashes, and its text. */
export interface SourceFile {
  readonly file: string;
  readonly text: string;
}

/** `to` is a file of ours (a path from the root) or, with `isPackage`, the name that was imported. */
export interface Import {
  readonly from: string;
  readonly to: string;
  readonly isPackage: boolean;
  /** Gone when the program runs (`import type`): it makes no cycle. */
  readonly isTypeOnly: boolean;
}

const COMMENT_OR_STRING = /\/\*[\s\S]*?\*\/|\/\/[^\n]*|`(?:\\.|[^`\\])*`/g;
const IMPORT =
  /(?:^|[;\n}])\s*(?:import|export)\s+(type\s+(?!from))?(?:[\w*{}\s,$]+?\s+from\s+)?['"]([^'"\n]+)['"]|\bimport\(\s*['"]([^'"\n]+)['"]\s*\)/g;
const CODE = /\.tsx?$/;

/** Reads every TypeScript file below the folders. */
export function readSources(root: string, folders: readonly string[]): SourceFile[] {
  return folders.flatMap((folder) =>
    readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => CODE.test(name))
      .map((name) => path.posix.join(folder, name.split(path.sep).join('/')))
      .toSorted()
      .map((file) => ({ file, text: readFileSync(path.join(root, file), 'utf8') })),
  );
}

/** What a text imports or re-exports, in order; comments and template texts do not count. */
export function specifiersOf(text: string): { specifier: string; isTypeOnly: boolean }[] {
  const code = text.replace(COMMENT_OR_STRING, (match) => (match.startsWith('`') ? '``' : ' '));
  return [...code.matchAll(IMPORT)].map(([, type, statement, call]) => ({
    specifier: statement ?? call ?? '',
    isTypeOnly: type !== undefined,
  }));
}

export function importsOf({ file, text }: SourceFile): Import[] {
  return specifiersOf(text).map(({ specifier, isTypeOnly }) => {
    const isPackage = !specifier.startsWith('.');
    const to = isPackage ? specifier : path.posix.join(path.posix.dirname(file), specifier.replace(/\?.*$/, ''));
    return { from: file, to, isPackage, isTypeOnly };
  });
}

/** Each cycle once, as the files on it; a file that imports itself is one. */
export function findCycles(imports: readonly Import[]): string[][] {
  const targets = new Map<string, string[]>();
  for (const { from, to, isPackage, isTypeOnly } of imports) {
    if (!isPackage && !isTypeOnly) targets.set(from, [...(targets.get(from) ?? []), to]);
  }
  const cycles: string[][] = [];
  const done = new Set<string>();
  const trail: string[] = [];
  const visit = (file: string): void => {
    const at = trail.indexOf(file);
    if (at >= 0) cycles.push(trail.slice(at));
    if (at >= 0 || done.has(file)) return;
    trail.push(file);
    for (const next of targets.get(file) ?? []) visit(next);
    trail.pop();
    done.add(file);
  };
  for (const file of targets.keys()) visit(file);
  return cycles;
}

/** True for a file that only passes on what others export. */
export function isBarrel({ text }: SourceFile): boolean {
  const code = text.replace(COMMENT_OR_STRING, ' ').trim();
  const rest = code
    .replace(/export\s+(?:type\s+)?(?:\*(?:\s+as\s+\w+)?|\{[^}]*\})\s+from\s+['"][^'"]+['"];?/g, '')
    .trim();
  return code !== '' && rest === '';
}
