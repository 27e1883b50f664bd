import { describe, expect, it } from 'vitest';
import { findCycles, importsOf, isBarrel, specifiersOf, type Import } from '../../support/import-graph.ts';
import { broken } from '../../support/layer-rules.ts';

const ours = (from: string, to: string): Import => ({ from, to, isPackage: false, isTypeOnly: false });
const packaged = (from: string, to: string): Import => ({ from, to, isPackage: true, isTypeOnly: false });

describe('specifiersOf', () => {
  it('finds every way to import', () => {
    const text = `import './a.ts';
import type { B } from "./b.ts";
import c, { d as e } from './c.ts';
import {
  f,
  g,
} from './f.ts';
import * as h from 'h';
export { i } from './i.ts';
export * from './j.ts';
export type { K } from './k.ts';
const l = await import('./l.ts');
import m from './m.ts'; import n from './n.ts';`;
    const names = [
      './a.ts',
      './b.ts',
      './c.ts',
      './f.ts',
      'h',
      './i.ts',
      './j.ts',
      './k.ts',
      './l.ts',
      './m.ts',
      './n.ts',
    ];
    const found = specifiersOf(text);
    expect(found.map(({ specifier }) => specifier)).toEqual(names);
    expect(found.filter(({ isTypeOnly }) => isTypeOnly).map(({ specifier }) => specifier)).toEqual([
      './b.ts',
      './k.ts',
    ]);
  });

  it('ignores comments, template texts and plain words', () => {
    const text = `// import a from './a.ts';
/* export * from './b.ts'; */
const c = \`import d from './d.ts'\`;
export const important = 'from "./e.ts"';`;
    expect(specifiersOf(text)).toEqual([]);
  });

  it('resolves against the importing file', () => {
    const found = importsOf({
      file: 'src-main/app/sync/pull.ts',
      text: "import { a } from '../../core/a.ts';\nimport 'zod';",
    });
    expect(found).toEqual([
      ours('src-main/app/sync/pull.ts', 'src-main/core/a.ts'),
      packaged('src-main/app/sync/pull.ts', 'zod'),
    ]);
  });
});

describe('findCycles', () => {
  it('finds a cycle of three, and a file that imports itself, once each', () => {
    const toy = [ours('a', 'b'), ours('b', 'c'), ours('c', 'a'), ours('d', 'd'), ours('d', 'a'), packaged('a', 'a')];
    expect(findCycles(toy)).toEqual([['a', 'b', 'c'], ['d']]);
  });

  it('lets types go round in a circle', () => {
    expect(findCycles([ours('a', 'b'), { ...ours('b', 'a'), isTypeOnly: true }])).toEqual([]);
  });

  it('accepts two ways to the same file', () => {
    expect(findCycles([ours('a', 'b'), ours('a', 'c'), ours('b', 'd'), ours('c', 'd')])).toEqual([]);
  });
});

describe('isBarrel', () => {
  it('knows a file that only passes things on', () => {
    expect(isBarrel({ file: 'x', text: "// all\nexport * from './a.ts';\nexport { b } from './b.ts';\n" })).toBe(true);
    expect(isBarrel({ file: 'x', text: "export * from './a.ts';\nexport const b = 1;\n" })).toBe(false);
    expect(isBarrel({ file: 'x', text: '' })).toBe(false);
  });
});

describe('the layer rules', () => {
  const allowed = [
    ours('src-main/core/order/decide.ts', 'src-main/core/order/order.ts'),
    ours('src-main/contract/orders.ts', 'src-main/core/order/lane.ts'),
    packaged('src-main/contract/orders.ts', 'zod'),
    ours('src-main/app/sync/pull.ts', 'src-main/app/ports/clock.ts'),
    ours('src-main/app/sync/pull.ts', 'src-main/contract/events.ts'),
    ours('src-main/adapters/sqlite/open.ts', 'src-main/app/ports/store.ts'),
    packaged('src-main/adapters/sqlite/open.ts', 'better-sqlite3'),
    ours('src-main/adapters/platforms/ozon/parser.ts', 'src-main/adapters/platforms/shared/money.ts'),
    packaged('src-main/demo/ozon/server.ts', 'node:http'),
    ours('src-main/hosts/electron/main.ts', 'src-main/demo/ozon/server.ts'),
    packaged('src-main/hosts/electron/main.ts', 'electron'),
    ours('src-renderer/features/board/card.tsx', 'src-main/contract/orders.ts'),
    ours('src-renderer/app/router.tsx', 'src-renderer/features/board/board.tsx'),
  ];
  it.each(allowed)('$from may import $to', (edge) => {
    expect(broken(edge)).toBeNull();
  });

  const forbidden = [
    packaged('src-main/core/order/decide.ts', 'zod'),
    packaged('src-main/core/order/decide.ts', 'node:fs'),
    ours('src-main/core/order/decide.ts', 'src-main/app/ports/clock.ts'),
    ours('src-main/contract/orders.ts', 'src-main/app/sync/pull.ts'),
    packaged('src-main/contract/orders.ts', 'node:fs'),
    ours('src-main/app/sync/pull.ts', 'src-main/adapters/sqlite/open.ts'),
    packaged('src-main/app/sync/pull.ts', 'node:timers'),
    ours('src-main/app/ports/store.ts', 'src-main/app/sync/pull.ts'),
    ours('src-main/adapters/sqlite/open.ts', 'src-main/app/sync/pull.ts'),
    ours('src-main/adapters/sqlite/open.ts', 'src-main/adapters/http/fetch.ts'),
    ours('src-main/adapters/platforms/ozon/parser.ts', 'src-main/adapters/platforms/amazon/parser.ts'),
    packaged('src-main/adapters/vault/key.ts', 'electron'),
    ours('src-main/demo/ozon/server.ts', 'src-main/adapters/platforms/ozon/parser.ts'),
    ours('src-main/demo/ozon/server.ts', 'src-main/app/sync/pull.ts'),
    ours('src-main/hosts/electron/main.ts', 'src-renderer/main.tsx'),
    ours('src-renderer/features/board/card.tsx', 'src-main/core/order/lane.ts'),
    ours('src-renderer/features/board/card.tsx', 'src-renderer/features/order/panel.tsx'),
    ours('src-renderer/ui/button.tsx', 'src-renderer/features/order/panel.tsx'),
    packaged('src-renderer/ui/button.tsx', 'node:fs'),
    packaged('src-renderer/ui/button.tsx', 'electron'),
    ours('src-main/app/sync/pull.ts', 'tests/support/clock.ts'),
  ];
  it.each(forbidden)('$from may not import $to', (edge) => {
    expect(broken(edge)).not.toBeNull();
  });
});
