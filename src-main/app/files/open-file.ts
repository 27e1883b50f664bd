import { ContractError } from '../../contract/errors.ts';
import { isFileField } from '../../core/order-file/fields.ts';
import { type ColumnFields, findHeadRow, matchColumns } from '../../core/order-file/match-columns.ts';
import { FILE_PROFILES } from '../../core/order-file/profiles.ts';
import type { ShopId } from '../../core/shared/ids.ts';
import type { PlatformId } from '../../core/shared/platform.ts';
import type { AppDeps } from '../deps.ts';
import { type FileEncoding, type FileTable, FileUnreadable } from '../ports/order-files.ts';
import type { HeldFile } from './held-files.ts';
import { rememberedTitles } from './remembered-columns.ts';

type Tools = Pick<AppDeps, 'store' | 'ids' | 'orderFiles' | 'log'>;

interface Given {
  readonly fileId: string;
  readonly shopId: ShopId;
  readonly platform: PlatformId;
  readonly fileName: string;
  readonly bytes: Uint8Array;
}

/** Reads a file and takes its columns by their titles. Throws ContractError 'file-unreadable' or 'file-too-large'. */
export async function readOrderFile(
  tools: Tools,
  given: Given,
  encoding: FileEncoding | null,
  sheet: string | null,
): Promise<HeldFile> {
  const { platform, ...rest } = given;
  const table = await readTable(tools, given, encoding, sheet);
  const remembered = await rememberedTitles(tools.store.read, platform);
  const headIndex = findHeadRow(table.rows, FILE_PROFILES[platform], remembered);
  if (headIndex === null) throw new ContractError('file-unreadable', { code: 'empty' });
  const titles = table.rows[headIndex]?.cells ?? [];
  return { ...rest, table, headIndex, columns: matchColumns(titles, FILE_PROFILES[platform], remembered) };
}

async function readTable(
  tools: Tools,
  { bytes, shopId }: Given,
  encoding: FileEncoding | null,
  sheet: string | null,
): Promise<FileTable> {
  try {
    return await tools.orderFiles.read(bytes, encoding, sheet);
  } catch (error) {
    if (!(error instanceof FileUnreadable)) throw error;
    tools.log.warn('order-file-unreadable', { shopId, code: error.code });
    const line = error.line === null ? {} : { line: error.line };
    throw new ContractError(error.code === 'too-large' ? 'file-too-large' : 'file-unreadable', {
      code: error.code,
      ...line,
    });
  }
}

/** One meaning that the seller gave a column. */
interface Meaning {
  readonly index: number;
  readonly field: string | null;
}

/**
 * The columns with the seller's own word on some of them. A field that she gives a column leaves the column that had it.
 * Throws ContractError 'bad-input' for a field that does not exist.
 */
export function withMeanings(columns: ColumnFields, meanings: readonly Meaning[]): ColumnFields {
  const next = [...columns];
  for (const { index, field } of meanings) {
    if (field !== null && !isFileField(field)) throw new ContractError('bad-input', { path: 'columns' });
    if (index >= next.length) continue;
    const before = field === null ? -1 : next.indexOf(field);
    if (before >= 0 && before !== index) next[before] = null;
    next[index] = field;
  }
  return next;
}
