import type { LabelOfferView } from '../../../src-main/contract/methods/labels.ts';
import { codeText } from '../../i18n/code-text.ts';
import { formatDayAndTime, formatMoney } from '../../i18n/format.ts';
import { currentLocale, useWords } from '../../i18n/use-words.ts';
import { useMinuteMs } from '../../stores/now.ts';
import { Chip } from '../../ui/chip.tsx';
import styles from './buy-label-dialog.module.css';
import type { Offers } from './use-offers.ts';

/** The ways to ship, one chosen; those that are not open to this parcel are folded away with the platform's word why. */
export function OfferList(props: {
  readonly offers: Offers;
  readonly pickedId: string | null;
  readonly onPick: (id: string) => void;
}) {
  const t = useWords();
  const { offers, refused } = props.offers;
  return (
    <>
      {offers.length === 0 ? <p className={styles['none']}>{t('parcels:buy.none')}</p> : null}
      <div role="radiogroup" aria-label={t('parcels:buy.offers')} className={styles['offers']}>
        {offers.map((offer) => (
          <Offer
            key={offer.id}
            offer={offer}
            isPicked={offer.id === props.pickedId}
            isLikely={offer.id === props.offers.likelyId}
            onPick={() => props.onPick(offer.id)}
          />
        ))}
      </div>
      {refused.length === 0 ? null : (
        <details className={styles['refused']}>
          <summary>{t('parcels:buy.refused', { count: refused.length })}</summary>
          <ul>
            {refused.map(({ service, code }, index) => (
              <li key={index}>
                <b>{service}</b> {codeText('fault', code, {}, t)}
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

function Offer(props: {
  readonly offer: LabelOfferView;
  readonly isPicked: boolean;
  readonly isLikely: boolean;
  readonly onPick: () => void;
}) {
  const t = useWords();
  const nowMs = useMinuteMs();
  const { offer, isPicked } = props;
  const promise =
    offer.deliverByMs === null
      ? offer.timeliness
      : t('parcels:buy.by', { when: formatDayAndTime(offer.deliverByMs, nowMs, currentLocale(), t) });
  return (
    <label className={styles['offer']}>
      <input type="radio" name="offer" checked={isPicked} onChange={props.onPick} />
      <span className={styles['service']}>
        <b>{offer.service}</b>
        <small>{[offer.carrier, promise].filter((part) => part !== null && part !== '').join(' · ')}</small>
        {offer.warnings.map((warning) => (
          <em key={warning}>{codeText('warning', warning, {}, t)}</em>
        ))}
      </span>
      {offer.isBuyersChoice ? <Chip tone="info">{t('parcels:buy.buyersChoice')}</Chip> : null}
      {props.isLikely ? <Chip>{t('parcels:buy.lastTime')}</Chip> : null}
      <span className={styles['price']}>
        {offer.price === null ? t('parcels:buy.priceUnknown') : formatMoney(offer.price)}
      </span>
    </label>
  );
}
