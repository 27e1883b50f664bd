import type { Migration } from '../migration.ts';
import { firstSchema } from './0010-first-schema.ts';
import { printBatches } from './0020-print-batches.ts';
import { fivePlatforms } from './0030-five-platforms.ts';
import { board } from './0040-board.ts';

/** Every released step, oldest first. */
export const ALL_MIGRATIONS: readonly Migration[] = [firstSchema, printBatches, fivePlatforms, board];
