import { Skeleton } from '../../ui/skeleton.tsx';
import styles from './card-skeleton.module.css';

/** The paper of a card whose words are on their way. */
export function CardSkeleton(props: { readonly shape: 'wide' | 'slim' }) {
  return (
    <div className={styles['card']} data-shape={props.shape} aria-hidden="true">
      <div className={styles['row']}>
        <Skeleton width={26} height={16} />
        <Skeleton width={32} height={12} />
        <span className={styles['grow']} />
        {props.shape === 'wide' ? <Skeleton width={48} height={16} /> : null}
      </div>
      <Skeleton width="78%" height={14} />
      <Skeleton width="52%" height={12} />
      {props.shape === 'wide' ? <Skeleton width="64%" height={14} /> : null}
    </div>
  );
}
