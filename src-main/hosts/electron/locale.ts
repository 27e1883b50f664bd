/** The window's language: the seller's choice, else the first system language that we speak, else English. */
export function resolveLocale(
  choice: 'system' | 'zh-CN' | 'zh-TW' | 'en',
  systemLanguages: readonly string[],
): 'zh-CN' | 'zh-TW' | 'en' {
  if (choice !== 'system') return choice;
  for (const language of systemLanguages) {
    const tag = language.toLowerCase();
    if (/^zh-(hant|tw|hk|mo)/.test(tag)) return 'zh-TW';
    if (tag === 'zh' || tag.startsWith('zh-')) return 'zh-CN';
    if (tag === 'en' || tag.startsWith('en-')) return 'en';
  }
  return 'en';
}
