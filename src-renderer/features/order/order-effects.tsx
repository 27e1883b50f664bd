import type { OrderView } from '../../../src-main/contract/methods/orders.ts';
import { useWords } from '../../i18n/use-words.ts';
import { EffectLine } from '../../outbox/effect-line.tsx';
import { OrderSection } from './order-section.tsx';

/** What goes to the platform; what gave up comes first. */
export function OrderEffects(props: { readonly effects: OrderView['effects'] }) {
  const t = useWords();
  const gaveUpFirst = [...props.effects].sort(
    (left, right) => Number(right.state === 'gave-up') - Number(left.state === 'gave-up'),
  );
  return (
    <OrderSection title={t('order:effects.title')} count={String(props.effects.length)}>
      <ul>
        {gaveUpFirst.map((effect) => (
          <EffectLine key={effect.id} effect={effect} />
        ))}
      </ul>
    </OrderSection>
  );
}
