import electronLog from 'electron-log/node.js';
import type { Log } from '../../app/ports/log.ts';
import { createLineLog } from '../../adapters/logging/line-log.ts';
import { systemClock } from '../../adapters/system/system-clock.ts';

const MAX_BYTES = 5 * 1024 * 1024;

/** The app's log: one JSON line an event in a file that rotates at five megabytes; warnings also on the console. */
export function createFileLog(file: string): Log {
  const logger = electronLog.create({ logId: 'main' });
  logger.transports.file.resolvePathFn = () => file;
  logger.transports.file.maxSize = MAX_BYTES;
  logger.transports.file.format = '{text}';
  logger.transports.console.format = '{text}';
  logger.transports.console.level = 'warn';
  return createLineLog(systemClock, (level, line) => logger[level](line));
}
