import { drawZpl } from './draw-zpl.ts';
import { isHeld, type PrinterFaults, type Trouble } from './faults.ts';
import { whitePage, type DecodedPaper } from './paper.ts';
import { isDrawing, type ZplDrawing } from './reading.ts';

/** What left the printer. 'upper' and 'lower': the paper ran out in the middle. */
export interface Printed {
  readonly paper: DecodedPaper;
  readonly part: 'whole' | 'upper' | 'lower';
  readonly byteCount: number;
}

interface Waiting {
  paper: DecodedPaper | ZplDrawing;
  copiesLeft: number;
  readonly byteCount: number;
  isHalfDone: boolean;
  readonly done: () => void;
}

/** How often a held printer looks whether it may go on. */
const LOOK_MS = 20;

/** The part of the printer that moves paper: it takes labels in order and prints them when nothing keeps it from it. */
export class Press {
  readonly #faults: PrinterFaults;
  readonly #dotsPerMm: number;
  readonly #out: (printed: Printed) => void;
  readonly #complain: (complaint: string) => void;
  readonly #queue: Waiting[] = [];
  #timer: NodeJS.Timeout | undefined;
  #isPrinting = false;
  #isPaused = false;

  constructor(
    faults: PrinterFaults,
    dotsPerMm: number,
    out: (printed: Printed) => void,
    complain: (complaint: string) => void,
  ) {
    this.#faults = faults;
    this.#dotsPerMm = dotsPerMm;
    this.#out = out;
    this.#complain = complain;
  }

  /** Takes a label into the buffer; resolves when it is out, or lost with the power. */
  take(paper: DecodedPaper | ZplDrawing, byteCount: number): Promise<void> {
    return new Promise((done) => {
      this.#queue.push({ paper, copiesLeft: paper.copies, byteCount, isHalfDone: false, done });
      this.#pump();
    });
  }

  conditions(): readonly Trouble[] {
    const { conditions = [], labelsLeft = 1 } = this.#faults;
    const own: (Trouble | false)[] = [
      this.#isPaused && 'paused',
      this.#queue[0]?.isHalfDone === true && labelsLeft <= 0 && 'paper-out',
      this.#isPrinting && 'busy',
    ];
    return [...conditions, ...own.filter((trouble) => trouble !== false)];
  }

  labelsWaiting(): number {
    return this.#queue.reduce((sum, { copiesLeft }) => sum + copiesLeft, 0);
  }

  bytesWaiting(): number {
    return this.#queue.reduce((sum, { byteCount }) => sum + byteCount, 0);
  }

  control(command: 'pause' | 'resume' | 'cancel'): void {
    if (command === 'cancel') return this.clear();
    this.#isPaused = command === 'pause';
    this.#pump();
  }

  /** Forgets all that waits. */
  clear(): void {
    clearTimeout(this.#timer);
    this.#isPrinting = false;
    this.#isPaused = false;
    for (const { done } of this.#queue.splice(0)) done();
  }

  #pump(): void {
    if (this.#isPrinting) return;
    clearTimeout(this.#timer);
    for (let label = this.#queue[0]; label !== undefined; label = this.#queue[0]) {
      if (isHeld(this.conditions())) {
        this.#timer = setTimeout(() => this.#pump(), LOOK_MS);
        return;
      }
      const { paper } = label;
      if (isDrawing(paper)) return this.#draw(label, paper);
      const labelMs = this.#faults.labelMs ?? 0;
      if (labelMs > 0) return this.#printSlowly(label, paper, labelMs);
      this.#print(label, paper);
    }
  }

  #printSlowly(label: Waiting, paper: DecodedPaper, labelMs: number): void {
    this.#isPrinting = true;
    this.#timer = setTimeout(
      () => {
        this.#isPrinting = false;
        this.#print(label, paper);
        this.#pump();
      },
      labelMs * this.#countNow(label),
    );
  }

  /** What cannot be drawn comes out white, as from a printer that does not know the command. */
  #draw(label: Waiting, drawing: ZplDrawing): void {
    this.#isPrinting = true;
    const drawn = (paper: DecodedPaper): void => {
      // Cancelled meanwhile, or the power was cut.
      if (this.#queue[0] !== label) return;
      label.paper = paper;
      this.#isPrinting = false;
      this.#pump();
    };
    drawZpl(drawing, this.#dotsPerMm).then(drawn, (error: unknown) => {
      this.#complain(`cannot draw: ${error instanceof Error ? error.message : String(error)}`);
      drawn({ ...whitePage('zpl', drawing.widthDots, drawing.heightDots), copies: drawing.copies });
    });
  }

  /** Copies that come out in one go: half a label is never more than one. */
  #countNow({ copiesLeft, isHalfDone }: Waiting): number {
    const { labelsLeft = copiesLeft } = this.#faults;
    return isHalfDone || labelsLeft <= 0 ? 1 : Math.min(copiesLeft, labelsLeft);
  }

  #print(label: Waiting, paper: DecodedPaper): void {
    const { byteCount } = label;
    const count = this.#countNow(label);
    const { labelsLeft } = this.#faults;
    if (labelsLeft !== undefined && labelsLeft <= 0) {
      label.isHalfDone = true;
      return this.#out({ paper: half(paper, 'upper'), part: 'upper', byteCount });
    }
    if (labelsLeft !== undefined) this.#faults.labelsLeft = labelsLeft - count;
    label.copiesLeft -= count;
    if (label.isHalfDone) this.#out({ paper: half(paper, 'lower'), part: 'lower', byteCount });
    else this.#out({ paper: { ...paper, copies: count }, part: 'whole', byteCount });
    label.isHalfDone = false;
    if (label.copiesLeft > 0) return;
    this.#queue.shift();
    label.done();
  }
}

function half(paper: DecodedPaper, part: 'upper' | 'lower'): DecodedPaper {
  const middle = Math.floor(paper.heightDots / 2) * paper.bytesPerRow;
  const dots = paper.dots.slice();
  if (part === 'upper') dots.fill(0, middle);
  else dots.fill(0, 0, middle);
  return { ...paper, dots, copies: 1 };
}
