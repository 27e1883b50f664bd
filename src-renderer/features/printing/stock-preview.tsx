import { useWords } from '../../i18n/use-words.ts';
import styles from './printer-form.module.css';
import { figure, type PrinterFormValues } from './printer-form-values.ts';

/** Longest side of the drawn paper, in px. */
const LONGEST_PX = 156;

/** The loaded paper to scale, with a label on it turned and shifted as the figures say. */
export function StockPreview(props: { readonly values: PrinterFormValues }) {
  const t = useWords();
  const { values } = props;
  const widthMm = clamp(figure(values.widthMm), 10, 300, 100);
  const heightMm = clamp(figure(values.heightMm), 10, 500, 150);
  const scale = LONGEST_PX / Math.max(widthMm, heightMm);
  const shiftX = clamp(figure(values.offsetXMm), -50, 50, 0);
  const shiftY = clamp(figure(values.offsetYMm), -50, 50, 0);
  const isTurned = values.rotation === '90' || values.rotation === '270';
  const [labelWidth, labelHeight] = isTurned ? [heightMm, widthMm] : [widthMm, heightMm];
  const turn = `translate(${widthMm / 2 + shiftX} ${heightMm / 2 + shiftY}) rotate(${values.rotation}) translate(${-labelWidth / 2} ${-labelHeight / 2})`;
  return (
    <figure className={styles['preview']}>
      <div className={styles['stock']} style={{ width: widthMm * scale, height: heightMm * scale }} aria-hidden="true">
        <svg viewBox={`0 0 ${widthMm} ${heightMm}`}>
          <g transform={turn}>
            <LabelDrawing widthMm={labelWidth} heightMm={labelHeight} />
          </g>
        </svg>
      </div>
      <figcaption>{t('printing:form.preview')}</figcaption>
    </figure>
  );
}

function clamp(value: number, lowest: number, highest: number, otherwise: number): number {
  return Number.isNaN(value) ? otherwise : Math.min(highest, Math.max(lowest, value));
}

/** A label in outline: frame, lines of an address, a barcode. Enough to see which way is up and what is cut. */
function LabelDrawing(props: { readonly widthMm: number; readonly heightMm: number }) {
  const { widthMm, heightMm } = props;
  const inner = widthMm - 12;
  const line = (share: number, width: number) => <path key={share} d={`M6 ${heightMm * share}h${inner * width}`} />;
  const bars = Array.from(
    { length: 16 },
    (_, index) => `M${8 + (index * (inner - 4)) / 16} ${heightMm * 0.62}v${heightMm * 0.22}`,
  ).join('');
  return (
    <g fill="none" stroke="currentColor">
      <rect x="3" y="3" width={widthMm - 6} height={heightMm - 6} strokeWidth="1.2" />
      <g strokeWidth={heightMm * 0.025}>{[line(0.14, 0.6), line(0.24, 0.85), line(0.34, 0.7), line(0.44, 0.4)]}</g>
      <path d={bars} strokeWidth={inner / 40} />
    </g>
  );
}
