import { describe, expect, it } from 'vitest';
import { tagSchema, type TagView } from '../../../../src-main/contract/methods/tags.ts';
import { tagging } from '../../../../src-renderer/i18n/locales/zh-CN/tagging.ts';
import { stepOption, tagOptions } from '../../../../src-renderer/tags/tag-choice.ts';

const tag = (id: string, name: string): TagView => ({ id, name, colour: 'red', count: 1 });
const tags = [tag('1', '礼品'), tag('2', '大件礼品'), tag('3', 'Fragile')];
const told = (typed: string, on: readonly string[] = []) =>
  tagOptions(tags, on, typed).map((option) =>
    option.kind === 'new' ? `+${option.name}` : `${option.isOn ? '✓' : ''}${option.tag.name}`,
  );

describe('tagOptions', () => {
  it('offers every tag, and marks those that are on', () => {
    expect(told('', ['3'])).toEqual(['礼品', '大件礼品', '✓Fragile']);
  });

  it('finds by any part, the beginning first, and offers the typed name as a new tag', () => {
    expect(told('礼')).toEqual(['礼品', '大件礼品', '+礼']);
    expect(told('件礼')).toEqual(['大件礼品', '+件礼']);
  });

  it('offers no second tag of one name, whatever its case and width', () => {
    expect(told('fragile')).toEqual(['Fragile']);
    expect(told(' ＦＲＡＧＩＬＥ ')).toEqual(['Fragile']);
  });

  it('steps round the ends', () => {
    expect([stepOption(0, -1, 3), stepOption(2, 1, 3), stepOption(0, 1, 0)]).toEqual([2, 0, 0]);
  });
});

describe('the colours of tags', () => {
  it('all have a name', () => {
    expect(Object.keys(tagging.colours)).toEqual([...tagSchema.shape.colour.options]);
  });
});
