import { describe, expect, it } from 'vitest';
import { NAMESPACES } from '../../../../src-renderer/i18n/namespaces.ts';
import { RESOURCES } from '../../../../src-renderer/i18n/resources.ts';

/** All words of a tree, by their dotted keys. */
function leaves(tree: unknown, path = ''): Map<string, string> {
  if (typeof tree === 'string') return new Map([[path, tree]]);
  const found = new Map<string, string>();
  for (const [key, value] of Object.entries(tree as object)) {
    for (const [name, text] of leaves(value, path === '' ? key : `${path}.${key}`)) found.set(name, text);
  }
  return found;
}

/** The key without its plural form: English has a singular that Chinese has not. */
const base = (key: string) => key.replace(/_(one|other)$/, '');
const variables = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1]);

describe.each(NAMESPACES)('%s', (namespace) => {
  const source = leaves(RESOURCES['zh-CN'][namespace]);

  it.each(['zh-TW', 'en'] as const)('has the same keys in %s', (locale) => {
    const keys = new Set([...leaves(RESOURCES[locale][namespace]).keys()].map(base));
    expect([...keys].sort()).toEqual([...new Set([...source.keys()].map(base))].sort());
  });

  it.each(['zh-CN', 'zh-TW', 'en'] as const)('has no empty words in %s', (locale) => {
    for (const [key, text] of leaves(RESOURCES[locale][namespace])) expect(text.trim(), key).not.toBe('');
  });

  it.each(['zh-TW', 'en'] as const)('asks for no other facts in %s', (locale) => {
    for (const [key, text] of leaves(RESOURCES[locale][namespace])) {
      const known = source.get(key) ?? source.get(`${base(key)}_other`) ?? '';
      const facts = variables(known);
      expect(
        variables(text).every((name) => facts.includes(name)),
        key,
      ).toBe(true);
    }
  });
});

describe('the voice', () => {
  const spoken = NAMESPACES.flatMap((namespace) => [...leaves(RESOURCES['zh-CN'][namespace])]);

  it('is short and says neither 请 nor 您 nor 成功 nor 抱歉, and never shouts', () => {
    expect(spoken.filter(([, text]) => /请(?!求)|[您！!]|成功|抱歉/.test(text))).toEqual([]);
  });

  it('is plain in English as well', () => {
    const english = NAMESPACES.flatMap((namespace) => [...leaves(RESOURCES.en[namespace])]);
    expect(english.filter(([, text]) => /please|successfully|[“”‘’!]/i.test(text))).toEqual([]);
  });

  it('keeps simplified characters out of zh-TW', () => {
    const traditional = NAMESPACES.flatMap((namespace) => [...leaves(RESOURCES['zh-TW'][namespace])]);
    expect(traditional.filter(([, text]) => /[单发货运异签见这们来说时东关开电误错]/u.test(text))).toEqual([]);
  });
});
