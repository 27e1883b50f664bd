import { access, link, open, rename, rm, stat, type FileHandle } from 'node:fs/promises';
import path from 'node:path';
import { v7 } from 'uuid';
import type { NotSentReason, PrintPayload, TransportOutcome } from '../../../../app/ports/printers.ts';
import type { PrinterLanguage } from '../../../../core/label/printer-profile.ts';
import { pagesPdf } from '../cups/pages-pdf.ts';
import type { Sender } from '../sender.ts';

export interface FolderParts {
  /** A name no other job has; by default one that sorts by time. */
  readonly nextName?: () => string;
}

/**
 * Each job becomes one file that appears whole: written beside its place, brought to the disk, then given its name. A
 * file of the same name is never replaced.
 */
export function createFolderSender({ nextName = v7 }: FolderParts = {}): Sender<'folder'> {
  return {
    send: async ({ path: folder }, payload, { profile, signal }) => {
      if (payload.kind === 'waybill') return { kind: 'not-sent', reason: 'not-taken' };
      if (signal.aborted) return { kind: 'not-sent', reason: 'aborted' };
      const refusal = await folderFault(folder);
      if (refusal !== null) return { kind: 'not-sent', reason: refusal };
      const { bytes, ending } = fileOf(payload, profile.language);
      return writeWhole(folder, `label-${nextName()}`, ending, bytes);
    },
    status: async ({ path: folder }) => {
      const refusal = await folderFault(folder);
      if (refusal !== null) return { kind: 'unreachable', reason: refusal };
      return { kind: 'answered', conditions: [], isBusy: false };
    },
  };
}

function fileOf(
  payload: Exclude<PrintPayload, { readonly kind: 'waybill' }>,
  language: PrinterLanguage,
): { readonly bytes: Uint8Array; readonly ending: string } {
  if (payload.kind === 'pages') return { bytes: pagesPdf(payload.pages, payload.dpi), ending: 'pdf' };
  return { bytes: payload.bytes, ending: language === 'zpl' ? 'zpl' : 'prn' };
}

async function writeWhole(folder: string, name: string, ending: string, bytes: Uint8Array): Promise<TransportOutcome> {
  const part = path.join(folder, `${name}.part`);
  try {
    const file = await open(part, 'wx');
    try {
      await fill(file, bytes);
      await nameWhole(part, path.join(folder, `${name}.${ending}`));
    } finally {
      await rm(part, { force: true });
    }
    return { kind: 'confirmed', bytes: bytes.length };
  } catch (error) {
    return { kind: 'not-sent', reason: fileFault((error as NodeJS.ErrnoException).code) };
  }
}

/** A link, unlike a rename, refuses a name that is taken; memory sticks and some shares have no links. */
async function nameWhole(part: string, file: string): Promise<void> {
  try {
    await link(part, file);
  } catch (error) {
    if (!NO_LINKS.has((error as NodeJS.ErrnoException).code ?? '')) throw error;
    const isTaken = await access(file).then(
      () => true,
      () => false,
    );
    if (isTaken) throw Object.assign(new Error('name is taken'), { code: 'EEXIST' });
    await rename(part, file);
  }
}

const NO_LINKS: ReadonlySet<string> = new Set(['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK', 'EISDIR']);

async function fill(file: FileHandle, bytes: Uint8Array): Promise<void> {
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}

async function folderFault(folder: string): Promise<NotSentReason | null> {
  try {
    return (await stat(folder)).isDirectory() ? null : 'not-found';
  } catch (error) {
    return fileFault((error as NodeJS.ErrnoException).code);
  }
}

function fileFault(code: string | undefined): NotSentReason {
  switch (code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return 'not-found';
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return 'access-denied';
    // The paper of a folder is the space on its disk.
    case 'ENOSPC':
    case 'EDQUOT':
      return 'paper-out';
    default:
      return 'fault';
  }
}
