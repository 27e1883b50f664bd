import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const FILTERS = '/usr/lib/cups/filter';
const DRIVERS = '/usr/share/cups/drv/sample.drv';
const CHAIN = ['pdftopdf', 'pdftoraster', 'rastertolabel'] as const;
const OPTIONS = 'PageSize=w288h432 Resolution=203dpi';

/** The print system's own way from a PDF to a Zebra printer's bytes: its filters as it starts them, one pipe. */
export interface CupsPath {
  run(pdfFile: string): Promise<{ readonly ms: number; readonly bytes: number }>;
  close(): void;
}

/** Null where the machine has no CUPS filters. The PPD is made of CUPS' own driver description. */
export function cupsPath(): CupsPath | null {
  if (!existsSync(DRIVERS) || !CHAIN.every((filter) => existsSync(path.join(FILTERS, filter)))) return null;
  const folder = mkdtempSync(path.join(tmpdir(), 'chudan-ppd-'));
  const made = spawnSync('ppdc', ['-d', folder, '-I', '/usr/share/cups/ppdc', DRIVERS]);
  const ppd = path.join(folder, 'zebra.ppd');
  if (made.status !== 0 || !existsSync(ppd)) return null;
  return { run: (pdfFile) => runChain(pdfFile, ppd), close: () => rmSync(folder, { recursive: true }) };
}

function runChain(pdfFile: string, ppd: string): Promise<{ readonly ms: number; readonly bytes: number }> {
  const env = { ...process.env, PPD: ppd, CONTENT_TYPE: 'application/pdf' };
  const words = ['1', 'bench', 'label', '1', OPTIONS];
  const startedMs = performance.now();
  const filters = CHAIN.map((filter, index) =>
    spawn(path.join(FILTERS, filter), index === 0 ? [...words, pdfFile] : words, {
      env,
      stdio: [index === 0 ? 'ignore' : 'pipe', 'pipe', 'ignore'],
    }),
  );
  filters.forEach((filter, index) => {
    const next = filters[index + 1];
    if (next?.stdin !== null && next !== undefined) filter.stdout?.pipe(next.stdin);
  });
  return new Promise((resolve, reject) => {
    let bytes = 0;
    const last = filters.at(-1);
    last?.stdout?.on('data', (part: Buffer) => {
      bytes += part.length;
    });
    last?.on('error', reject);
    last?.on('close', (code) =>
      code === 0 ? resolve({ ms: performance.now() - startedMs, bytes }) : reject(new Error(`filter ended: ${code}`)),
    );
  });
}
