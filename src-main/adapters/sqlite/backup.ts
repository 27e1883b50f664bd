import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { StoreFault } from './store-fault.ts';
import type { Connection } from './connection.ts';
import { openDatabase, refusePlainFile } from './database-file.ts';

const KEPT_COPIES = 5;
/** Numbered, since a clock that was set back must not make the newest copy look like the oldest. */
const COPY_NAME = /^chudan-(\d{6})-\d{8}T\d{9}Z-v\d{4,}\.db$/;

export interface BackupOptions {
  readonly backupsDir: string;
  readonly key: Uint8Array;
  readonly nowMs: number;
}

/**
 * Writes a checked copy, encrypted with the same key, and returns its path; the last five copies are kept. A copy
 * only gets its name once it was opened and checked. Throws StoreFault; then no half copy is left.
 */
export function backUp(connection: Connection, options: BackupOptions): string {
  const { backupsDir, key } = options;
  mkdirSync(backupsDir, { recursive: true });
  const target = nextName(backupsDir, options.nowMs, Number(connection.pragma('user_version')));
  const partial = `${target}.partial`;
  rmSync(partial, { force: true });
  try {
    connection.vacuumInto(partial);
    checkCopy(partial, key);
    syncToDisk(partial);
    renameSync(partial, target);
  } catch (error) {
    rmSync(partial, { force: true });
    throw error;
  }
  removeOldCopies(backupsDir);
  return target;
}

/** Copies in this folder, newest first. */
export function listBackups(backupsDir: string): string[] {
  if (!existsSync(backupsDir)) return [];
  const names = readdirSync(backupsDir).filter((name) => COPY_NAME.test(name));
  return names.sort((left, right) => (left < right ? 1 : -1)).map((name) => join(backupsDir, name));
}

function checkCopy(file: string, key: Uint8Array): void {
  refusePlainFile(file);
  const copy = openDatabase({ file, key, isReadonly: true });
  try {
    const verdict = copy.pragma('quick_check', { simple: true });
    if (verdict !== 'ok') throw new StoreFault('damaged', { reason: `backup: ${String(verdict)}` });
  } finally {
    copy.close();
  }
}

function syncToDisk(file: string): void {
  const handle = openSync(file, 'r+');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

function removeOldCopies(backupsDir: string): void {
  for (const file of listBackups(backupsDir).slice(KEPT_COPIES)) rmSync(file, { force: true });
}

function nextName(backupsDir: string, nowMs: number, version: number): string {
  const [newest] = listBackups(backupsDir);
  const number = 1 + (newest === undefined ? 0 : Number(COPY_NAME.exec(basename(newest))?.[1] ?? 0));
  const stamp = new Date(nowMs).toISOString().replace(/[-:.]/g, '');
  return join(backupsDir, `chudan-${String(number).padStart(6, '0')}-${stamp}-v${String(version).padStart(4, '0')}.db`);
}
