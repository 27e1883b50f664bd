import styles from './printer-drawing.module.css';

/** A paper standing in the slot of a printer; torn off half-way when it did not come out whole. */
export function PrinterDrawing(props: {
  readonly preview: string | null;
  readonly tone: 'ok' | 'soon' | 'late';
  readonly isTorn: boolean;
  readonly alt: string;
}) {
  return (
    <div className={styles['drawing']} data-tone={props.tone}>
      <div className={styles['window']}>
        <div className={styles['paper']} data-torn={props.isTorn ? '' : undefined}>
          {props.preview === null ? (
            <div className={styles['blank']} />
          ) : (
            <img src={`data:image/png;base64,${props.preview}`} alt={props.alt} draggable={false} />
          )}
        </div>
      </div>
      <div className={styles['slot']} />
    </div>
  );
}
