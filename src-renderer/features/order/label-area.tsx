import { useRef } from 'react';
import type { OrderView } from '../../../src-main/contract/methods/orders.ts';
import { invoke } from '../../client/client.ts';
import { useWords } from '../../i18n/use-words.ts';
import { Button } from '../../ui/button.tsx';
import { attachedText, type Attached } from '../../labels/attach-label.ts';
import { mustBuy } from '../../labels/must-buy.ts';
import { LABEL_FILE_TYPES } from '../../labels/label-file.ts';
import { useFileDrop } from '../../labels/use-file-drop.ts';
import { carryOut } from '../../stores/carry-out.ts';
import { openBuyLabel, openCut, openOwnLabel } from '../../stores/paper-dialogs.ts';
import styles from './label-area.module.css';
import { OrderSection } from './order-section.tsx';

interface LabelAreaProps {
  readonly order: OrderView;
  readonly attached: Attached | null;
  readonly isReading: boolean;
  readonly onFiles: (files: readonly File[]) => void;
}

/** The label of the order: whose it is, a place that takes another file, and what was read from it. What falls here is a label. */
export function LabelArea(props: LabelAreaProps) {
  const t = useWords();
  const { order } = props;
  const { isOver, dropProps } = useFileDrop(props.onFiles);
  return (
    <div data-part="label" {...dropProps}>
      <OrderSection title={t('order:label.title')}>
        <div className={styles['area']} data-over={isOver ? '' : undefined}>
          <LabelSheet label={order.label} />
          {isOver ? (
            <p className={styles['words']}>{t('attachments:dropLabel')}</p>
          ) : (
            <LabelWords order={order} isReading={props.isReading} />
          )}
          <LabelButtons {...props} />
        </div>
        {props.attached === null ? null : <Result order={order} attached={props.attached} />}
      </OrderSection>
    </div>
  );
}

function LabelButtons(props: LabelAreaProps) {
  const t = useWords();
  const input = useRef<HTMLInputElement>(null);
  const { label, card, labelBy } = props.order;
  const isOnDesk = card.lane !== null;
  return (
    <>
      <Button
        size="small"
        icon="upload"
        isBusy={props.isReading}
        isDisabled={!isOnDesk}
        onPress={() => input.current?.click()}
      >
        {label === null ? t('order:label.choose') : t('order:label.replace')}
      </Button>
      {label === null ? null : (
        <Button size="small" icon="scissors" onPress={() => openCut(card.orderId)}>
          {t('order:label.cut')}
        </Button>
      )}
      {mustBuy(props.order) && isOnDesk ? (
        <Button size="small" kind="primary" icon="tag" onPress={() => openBuyLabel(card.orderId)}>
          {t('parcels:buy.open')}
        </Button>
      ) : null}
      {labelBy === 'seller' && isOnDesk ? (
        <Button size="small" icon="pen" onPress={() => openOwnLabel(card.orderId)}>
          {t('order:label.own')}
        </Button>
      ) : null}
      <input
        ref={input}
        className={styles['hidden']}
        type="file"
        accept={LABEL_FILE_TYPES}
        aria-hidden
        tabIndex={-1}
        onChange={(event) => {
          const files = [...(event.target.files ?? [])];
          // The same file chosen again must count as well.
          event.target.value = '';
          if (files.length > 0) props.onFiles(files);
        }}
      />
    </>
  );
}

/** A little sheet with the kind of file on it. */
function LabelSheet(props: { readonly label: OrderView['label'] }) {
  const { label } = props;
  const ending = /\.(pdf|png|gif|jpe?g|zpl)$/i.exec(label?.fileName ?? '')?.[1]?.toUpperCase() ?? 'PDF';
  const kind = label === null ? '' : ending === 'JPEG' ? 'JPG' : ending;
  return (
    <span className={styles['sheet']} data-empty={label === null ? '' : undefined} aria-hidden="true">
      {kind}
    </span>
  );
}

function LabelWords(props: { readonly order: OrderView; readonly isReading: boolean }) {
  const t = useWords();
  const { label, labelBy } = props.order;
  if (props.isReading) return <p className={styles['words']}>{t('order:label.reading')}</p>;
  const name = label === null ? t('order:label.none') : (label.fileName ?? t('order:label.platform'));
  const hint =
    label === null
      ? labelBy === 'seller'
        ? t('order:label.drop')
        : t(
            labelBy === 'platform'
              ? 'order:label.byPlatform'
              : mustBuy(props.order)
                ? 'parcels:buy.byBuying'
                : 'parcels:buy.bought',
          )
      : label.source === 'platform'
        ? t('order:label.drop')
        : t(`order:label.${label.source}`);
  return (
    <div className={styles['words']}>
      <p className={styles['name']} title={name}>
        {name}
      </p>
      <p className={styles['dim']}>{hint}</p>
    </div>
  );
}

/** What was read from the label; several numbers become one button each. */
function Result(props: { readonly order: OrderView; readonly attached: Attached }) {
  const t = useWords();
  const { attached, order } = props;
  const { tone, text } = attachedText(attached, t);
  const current = order.parcels[0];
  const isOpen = attached.kind === 'kept' && attached.assigned === null && order.trackingBy === 'seller';
  const proposals = isOpen && attached.kind === 'kept' ? attached.proposals : [];
  const use = (trackingNumber: string) =>
    carryOut('assign-tracking', () =>
      invoke('orders.assignTracking', {
        id: order.card.orderId,
        parcel: 1,
        trackingNumber,
        carrier: current?.carrier ?? null,
        items: null,
      }),
    );
  return (
    <div className={styles['result']} data-tone={tone} role="status">
      <p>{proposals.length > 0 ? t('order:label.proposals') : text}</p>
      {proposals.map((number) => (
        <Button
          key={number}
          size="small"
          icon={current?.trackingNumber === number ? 'check' : 'scan'}
          isDisabled={current?.trackingNumber === number}
          onPress={() => void use(number)}
        >
          {t('order:label.use', { number })}
        </Button>
      ))}
    </div>
  );
}
