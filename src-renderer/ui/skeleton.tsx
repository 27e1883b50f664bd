import styles from './skeleton.module.css';

/** Where a text or picture will be. Shows itself after 150 ms, without shimmer, so that fast answers never flash. */
export function Skeleton(props: { readonly width: number | string; readonly height: number }) {
  return (
    <span className={styles['skeleton']} style={{ width: props.width, height: props.height }} aria-hidden="true" />
  );
}
