import { describe, expect, it } from 'vitest';
import { ALIEXPRESS_MANIFEST } from '../../../../src-main/adapters/platforms/aliexpress/manifest.ts';
import { AMAZON_MANIFEST } from '../../../../src-main/adapters/platforms/amazon/manifest.ts';
import { COUPANG_MANIFEST } from '../../../../src-main/adapters/platforms/coupang/manifest.ts';
import { OZON_MANIFEST } from '../../../../src-main/adapters/platforms/ozon/manifest.ts';
import { TAOBAO_MANIFEST } from '../../../../src-main/adapters/platforms/taobao/manifest.ts';
import { textKey } from '../../../../src-renderer/features/shops/connect-form.ts';
import { RESOURCES } from '../../../../src-renderer/i18n/resources.ts';

const LOCALES = ['zh-CN', 'zh-TW', 'en'] as const;
const MANIFESTS = [OZON_MANIFEST, AMAZON_MANIFEST, COUPANG_MANIFEST, ALIEXPRESS_MANIFEST, TAOBAO_MANIFEST];

type Tree = { readonly [key: string]: Tree | string };

function textAt(tree: Tree, path: readonly string[]): string | null {
  const found = path.reduce<Tree | string | undefined>(
    (node, key) => (typeof node === 'object' ? node[key] : undefined),
    tree,
  );
  return typeof found === 'string' ? found : null;
}

describe.each(LOCALES)('the forms in %s', (locale) => {
  const connect = RESOURCES[locale].connect as unknown as Tree;
  const steps = RESOURCES[locale].codes.sellerStep as Readonly<Record<string, string>>;

  it.each(MANIFESTS)('$platform', ({ platform, settings, withoutApi }) => {
    const has = (path: readonly string[]) =>
      textAt(connect, [platform, 'field', ...path]) !== null || textAt(connect, ['any', 'field', ...path]) !== null;
    const missing = settings.flatMap((field) => {
      const key = textKey(field.key);
      const parts = [
        [key, 'label'],
        [key, 'help'],
        [key, 'malformed'],
      ];
      return [...parts, ...(field.choices ?? []).map((choice) => [key, 'option', choice])].filter((path) => !has(path));
    });
    expect(missing.map((path) => path.join('.'))).toEqual([]);
    expect(textAt(connect, [platform, 'intro'])).not.toBeNull();
    expect(textAt(connect, [platform, 'how', '3'])).not.toBeNull();
    expect(withoutApi.filter(({ step }) => steps[step] === undefined).map(({ step }) => step)).toEqual([]);
  });
});
