import type { Log, LogFields } from '../../src-main/app/ports/log.ts';

export interface QuietLog extends Log {
  readonly lines: { readonly level: string; readonly event: string; readonly fields: LogFields }[];
}

/** A log that keeps its lines for the test to look at. */
export function quietLog(): QuietLog {
  const lines: QuietLog['lines'] = [];
  const put =
    (level: string) =>
    (event: string, fields: LogFields = {}) => {
      lines.push({ level, event, fields });
    };
  return { lines, info: put('info'), warn: put('warn'), error: put('error') };
}
