import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { findCycles, importsOf, isBarrel, readSources } from '../../support/import-graph.ts';
import { broken } from '../../support/layer-rules.ts';

const root = path.resolve(import.meta.dirname, '../../..');
const sources = readSources(root, ['src-main', 'src-renderer']);
const imports = sources.flatMap(importsOf);
const MAX_LINES = 400;
const BARRELS = ['src-main/contract/index.ts'];

describe(`the import graph of ${sources.length} files`, () => {
  it('was read', () => {
    expect(sources.length).toBeGreaterThan(0);
    expect(imports.length).toBeGreaterThan(sources.length);
    const files = new Set(sources.map(({ file }) => file));
    const unknown = imports.filter(({ to, isPackage }) => !isPackage && /\.tsx?$/.test(to) && !files.has(to));
    expect(unknown).toEqual([]);
  });

  it('keeps every layer to what it may import', () => {
    expect(imports.map(broken).filter((reason) => reason !== null)).toEqual([]);
  });

  it('has no cycles', () => {
    expect(findCycles(imports)).toEqual([]);
  });

  it('has no barrels but the contract', () => {
    const barrels = sources.filter(isBarrel).map(({ file }) => file);
    expect(barrels.filter((file) => !BARRELS.includes(file))).toEqual([]);
  });

  it('has no file that is too long', () => {
    const long = sources.filter(({ text }) => text.split('\n').length > MAX_LINES + 1).map(({ file }) => file);
    expect(long).toEqual([]);
  });
});
