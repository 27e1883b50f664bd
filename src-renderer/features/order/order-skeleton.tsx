import { useWords } from '../../i18n/use-words.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import styles from './order-drawer.module.css';
import headStyles from './order-head.module.css';

/** The drawer before its order is read: the same places, empty. Closing works already. */
export function OrderSkeleton(props: { readonly onClose: () => void }) {
  const t = useWords();
  return (
    <>
      <div className={headStyles['head']}>
        <div className={headStyles['top']}>
          <Skeleton width={34} height={22} />
          <Skeleton width={180} height={20} />
          <span className={headStyles['grow']} />
          <IconButton icon="cross" label={t('order:drawer.close')} onPress={props.onClose} />
        </div>
        <div className={headStyles['clock']}>
          <Skeleton width={140} height={32} />
          <Skeleton width={240} height={20} />
        </div>
        <div className={headStyles['actions']}>
          <Skeleton width={132} height={40} />
          <Skeleton width={88} height={40} />
          <Skeleton width={100} height={40} />
        </div>
      </div>
      <div className={styles['body']} role="status" aria-label={t('order:drawer.loading')}>
        <div className={styles['main']}>
          <Skeleton width="100%" height={64} />
          <Skeleton width="100%" height={110} />
          <Skeleton width="100%" height={90} />
        </div>
        <div className={styles['side']}>
          <Skeleton width="100%" height={120} />
          <Skeleton width="100%" height={80} />
        </div>
      </div>
    </>
  );
}
