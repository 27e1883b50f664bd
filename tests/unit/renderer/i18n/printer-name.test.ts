import { beforeAll, describe, expect, it } from 'vitest';
import { printerName } from '../../../../src-renderer/i18n/printer-name.ts';
import { changeLocale, setUpWords } from '../../../../src-renderer/i18n/setup.ts';
import { currentWords } from '../../../../src-renderer/i18n/use-words.ts';

beforeAll(() => setUpWords('zh-CN'));

const name = (printer: string, isVirtual: boolean) => printerName({ name: printer, isVirtual }, currentWords());

describe('the name of a printer', () => {
  it("is the seller's own, and translated only for the demo's printer", () => {
    expect(name('virtual', true)).toBe('虚拟打印机');
    expect(name('virtual', false)).toBe('virtual');
    expect(name('打包台', true)).toBe('打包台');
    changeLocale('en');
    expect(name('virtual', true)).toBe('Virtual printer');
    changeLocale('zh-CN');
  });
});
