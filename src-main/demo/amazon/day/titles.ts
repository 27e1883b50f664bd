/** The demo shop's goods as its listings abroad call them, by the first word of the sku. */
interface Title {
  en: string;
  de: string;
  ja: string;
  /** In US cents; the other marketplaces follow from it. */
  cents: number;
}

const titles: Readonly<Record<string, Title>> = {
  MUG: { en: 'Handmade Ceramic Mug', de: 'Keramiktasse, handgemacht', ja: '手作り陶器マグカップ', cents: 1_849 },
  LAMP: { en: 'Foldable Desk Lamp', de: 'Faltbare Schreibtischlampe', ja: '折りたたみデスクライト', cents: 3_499 },
  NOTE: { en: 'Felt Cover Notebook A5', de: 'Notizbuch A5 mit Filzeinband', ja: 'フェルトノート A5', cents: 1_399 },
  NAPK: { en: 'Linen Napkins, Set of 4', de: 'Leinenservietten, 4 Stück', ja: 'リネンナプキン 4枚', cents: 2_199 },
  BAKE: { en: 'Silicone Baking Mat', de: 'Silikon-Backmatte', ja: 'シリコン製ベーキングマット', cents: 1_099 },
  STAND: { en: 'Bamboo Phone Stand', de: 'Handyhalter aus Bambus', ja: '竹製スマホスタンド', cents: 1_199 },
  BAGS: {
    en: 'Travel Packing Cubes, 6 pcs',
    de: 'Packwürfel für Reisen, 6-teilig',
    ja: '旅行用収納袋 6点',
    cents: 2_499,
  },
  SCARF: { en: 'Wool Scarf', de: 'Wollschal', ja: 'ウールマフラー', cents: 3_999 },
  CABLE: { en: 'Braided USB-C Cable', de: 'Geflochtenes USB-C-Kabel', ja: '編組USB-Cケーブル', cents: 899 },
  COMB: { en: 'Wide Tooth Beech Comb', de: 'Grobzinkiger Buchenholzkamm', ja: 'ブナの木の粗歯コーム', cents: 949 },
  CLIPS: {
    en: 'Magnetic Cable Clips, 10 pcs',
    de: 'Magnetische Kabelclips, 10 Stück',
    ja: 'マグネットケーブルクリップ 10個',
    cents: 999,
  },
  SOCKS: {
    en: 'Kids Polka Dot Socks, 5 Pairs',
    de: 'Kindersocken mit Punkten, 5 Paar',
    ja: '子供用水玉ソックス 5足',
    cents: 1_499,
  },
};

/** What one sku is called and costs in a marketplace's language and currency. */
export function listingOf(sku: string, language: string, currency: string): { title: string; priceMinor: number } {
  const found = titles[sku.split('-')[0] ?? ''];
  if (found === undefined) throw new Error(`no listing for ${sku}`);
  const title = language.startsWith('de') ? found.de : language.startsWith('ja') ? found.ja : found.en;
  return { title, priceMinor: priceIn(found.cents, currency) };
}

function priceIn(cents: number, currency: string): number {
  if (currency === 'JPY') return Math.round((cents * 1.5) / 10) * 10;
  return currency === 'USD' ? cents : cents - 50;
}
