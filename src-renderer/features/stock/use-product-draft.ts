import { useState, type SyntheticEvent } from 'react';
import {
  draftOf,
  readDraft,
  readPieces,
  type DraftFaults,
  type ProductDraft,
  type ProductFields,
} from './product-draft.ts';

/** Where no amount has told a currency. */
const FIRST_CURRENCY = 'CNY';

export interface ProductFormProps {
  /** Null: a new one, whose SKU and count can be written. */
  readonly product: ProductFields | null;
  /** `pieces`: what lies on the shelf, asked of a new product only; null: not counted. */
  readonly onSave: (product: ProductFields, pieces: number | null) => Promise<unknown>;
  /** True when another product has this SKU; asked of a new one, which would take its place. */
  readonly isTaken?: (sku: string) => Promise<boolean>;
}

/** What is typed into the form of a product, what is wrong with it, and its saving. */
export interface DraftForm {
  readonly isNew: boolean;
  readonly draft: ProductDraft;
  readonly faults: DraftFaults;
  readonly change: (part: Partial<ProductDraft>) => void;
  readonly pieces: string;
  readonly arePiecesWrong: boolean;
  readonly setPieces: (text: string) => void;
  readonly isChanged: boolean;
  readonly isBusy: boolean;
  readonly discard: () => void;
  readonly submit: (event: SyntheticEvent) => Promise<void>;
}

export function useProductDraft({ product, onSave, isTaken }: ProductFormProps): DraftForm {
  const [kept] = useState(() => draftOf(product, FIRST_CURRENCY));
  const [draft, setDraft] = useState(kept);
  const [pieces, setPieces] = useState('');
  const [arePiecesWrong, setArePiecesWrong] = useState(false);
  const [faults, setFaults] = useState<DraftFaults>({});
  const [isBusy, setIsBusy] = useState(false);
  const submit = async (event: SyntheticEvent) => {
    event.preventDefault();
    const read = readDraft(draft);
    const counted = pieces.trim() === '' ? null : readPieces(pieces);
    const isWrong = counted === null && pieces.trim() !== '';
    setFaults(read.faults ?? {});
    setArePiecesWrong(isWrong);
    if (read.product === null || isWrong) return;
    setIsBusy(true);
    if ((await isTaken?.(read.product.sku)) === true) setFaults({ sku: 'taken' });
    else await onSave(read.product, counted);
    setIsBusy(false);
  };
  const discard = () => {
    setDraft(kept);
    setPieces('');
    setFaults({});
    setArePiecesWrong(false);
  };
  return {
    isNew: product === null,
    draft,
    faults,
    change: (part) => setDraft({ ...draft, ...part }),
    pieces,
    arePiecesWrong,
    setPieces,
    isChanged: pieces !== '' || JSON.stringify(draft) !== JSON.stringify(kept),
    isBusy,
    discard,
    submit,
  };
}
