import type { PrinterNews } from './answer.ts';

/** CPCL Programming Manual, "Printer escape commands": <ESC>h printer status, one byte; <ESC>V application version. */
export function answerCpcl(query: string, { conditions, identity }: PrinterNews): string | null {
  if (query === '\x1bV') return `${identity.firmware}\0`;
  if (query !== '\x1bh') return null;
  const bits = { busy: 0x01, 'paper-out': 0x02, 'head-open': 0x04, 'ribbon-out': 0x10 } as const;
  return String.fromCharCode(
    Object.entries(bits).reduce((sum, [name, bit]) => sum | (conditions.some((one) => one === name) ? bit : 0), 0),
  );
}
