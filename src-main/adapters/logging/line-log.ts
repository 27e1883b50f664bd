import type { Clock } from '../../app/ports/clock.ts';
import type { Log, LogFields } from '../../app/ports/log.ts';
import { redactFields } from './redact.ts';

/** Writes one JSON line an event to `write`; every field is redacted on the way, whoever the caller is. */
export function createLineLog(clock: Clock, write: (level: 'info' | 'warn' | 'error', line: string) => void): Log {
  const put = (level: 'info' | 'warn' | 'error', event: string, fields: LogFields = {}): void => {
    write(level, JSON.stringify({ at: new Date(clock.nowMs()).toISOString(), event, ...redactFields(fields) }));
  };
  return {
    info: (event, fields) => put('info', event, fields),
    warn: (event, fields) => put('warn', event, fields),
    error: (event, fields) => put('error', event, fields),
  };
}
