import styles from './density-preview.module.css';

const DENSITIES = ['comfortable', 'compact'] as const;
/** So many cards of each fit into the same height. */
const CARDS = { comfortable: [1, 2], compact: [1, 2, 3, 4] } as const;

/** A lane of each density, drawn under its choice. Decoration. */
export function DensityPreview() {
  return (
    <div className={styles['lanes']} aria-hidden="true">
      {DENSITIES.map((density) => (
        <div key={density} className={styles['lane']} data-look={density}>
          {CARDS[density].map((card) => (
            <div key={card} className={styles['card']}>
              {density === 'comfortable' ? <i /> : null}
              <span>
                <u />
                <u />
              </span>
              <b data-late={card === 1 ? '' : undefined} />
            </div>
          ))}
        </div>
      ))}
    </div>
  );
}
