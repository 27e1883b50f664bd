import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { demoCatalogue, demoProduct, demoStock, pictureFor } from '../../../../src-main/demo/busy-day/catalogue.ts';

describe('the demo catalogue', () => {
  it('names every product once', () => {
    expect(new Set(demoCatalogue.map((product) => product.offerId)).size).toBe(demoCatalogue.length);
    expect(new Set(demoCatalogue.map((product) => product.sku)).size).toBe(demoCatalogue.length);
    expect(new Set(demoCatalogue.map((product) => product.bin)).size).toBe(demoCatalogue.length);
    expect(new Set(demoCatalogue.map((product) => product.title)).size).toBe(12);
  });

  it('has a picture for each, drawn as a small self-contained SVG', () => {
    for (const product of demoCatalogue) {
      expect(pictureFor(product.offerId)).toBe(product.pictureFile);
      const path = `assets/demo/${product.pictureFile}`;
      expect([path, existsSync(path)]).toEqual([path, true]);
      const drawing = readFileSync(path, 'utf8');
      expect(drawing).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" viewBox="0 0 96 96">/u);
      expect(drawing).not.toMatch(/<script|href=|<style/u);
      expect(drawing.length).toBeLessThan(2_000);
    }
    expect(pictureFor('WHAT-EVER')).toBeNull();
  });

  it('writes money with two places and knows what is out of stock', () => {
    for (const product of demoCatalogue) expect(product.priceCny).toMatch(/^\d+\.\d\d$/u);
    expect(Object.values(demoStock).filter((left) => left === 0)).toHaveLength(1);
    expect(demoStock['MUG-MOON-350']).toBe(demoProduct('MUG-MOON-350').quantity);
    expect(() => demoProduct('NONE')).toThrow('no NONE');
  });
});
