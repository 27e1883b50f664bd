import type { CardTextView } from '../../contract/methods/slips.ts';
import { cardTextSchema } from '../../contract/methods/slips.ts';
import { CARD_TEXTS, type CardText } from '../../core/slip/card-texts.ts';
import { isPaperLanguage, PAPER_LANGUAGES, type PaperLanguage } from '../../core/slip/paper-language.ts';
import type { PlatformId } from '../../core/shared/platform.ts';
import { PLATFORMS } from '../../core/shared/platform.ts';
import type { AppDeps } from '../deps.ts';
import type { Reads } from '../ports/store.ts';
import { readSetting } from '../read-setting.ts';

const SETTING = 'thank-you-cards';

/** Cards that the seller wrote. A setting that cannot be read is none: ours stand in. */
export async function ownCards(reads: Pick<Reads, 'setting'>): Promise<readonly CardTextView[]> {
  return (await readSetting(reads, SETTING, cardTextSchema.array())) ?? [];
}

/** The seller's own words for this platform and language, else ours. */
export function cardText(own: readonly CardTextView[], platform: PlatformId, language: PaperLanguage): CardText {
  return own.find((card) => card.platform === platform && card.language === language) ?? CARD_TEXTS[language];
}

/** All cards of the platforms she sells on, hers where she wrote one, in every language; hers in further ones too. */
export async function listCards({ store }: Pick<AppDeps, 'store'>): Promise<CardTextView[]> {
  const own = await ownCards(store.read);
  const used = new Set((await store.read.shops()).map((shop) => shop.platform));
  const platforms = PLATFORMS.filter((platform) => used.has(platform));
  const known = platforms.flatMap((platform) =>
    PAPER_LANGUAGES.map((language) => {
      const { title, body } = cardText(own, platform, language);
      return { platform, language, title, body };
    }),
  );
  const others = own.filter((card) => used.has(card.platform) && !isPaperLanguage(card.language));
  return [...known, ...others];
}

/** Keeps a card; one without any words goes back to ours. */
export async function saveCard({ store }: Pick<AppDeps, 'store'>, card: CardTextView): Promise<void> {
  await store.write(async (tx) => {
    const others = (await ownCards(tx)).filter(
      (each) => each.platform !== card.platform || each.language !== card.language,
    );
    const isEmpty = card.title.trim() === '' && card.body.trim() === '';
    await tx.saveSetting(SETTING, JSON.stringify(isEmpty ? others : [...others, card]));
  });
}
