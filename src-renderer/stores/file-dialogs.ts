import { create } from 'zustand';

/** The exchange of files with a seller centre that is open over the screen, if any. */
export type FileDialog =
  /** Orders come in; `shopId` null: the seller is asked which shop. `file` is what was dropped already. */
  | { readonly kind: 'import'; readonly shopId: string | null; readonly file: File | null }
  /** Tracking numbers go out. */
  | { readonly kind: 'export'; readonly shopId: string | null };

export const useFileDialogs = create<{ readonly open: FileDialog | null }>(() => ({ open: null }));

/** Takes orders in from a file of the seller centre. */
export function openImport(shopId: string | null, file: File | null = null): void {
  useFileDialogs.setState({ open: { kind: 'import', shopId, file } });
}

/** Makes the file of tracking numbers that the seller centre takes. */
export function openExport(shopId: string | null): void {
  useFileDialogs.setState({ open: { kind: 'export', shopId } });
}

export function closeFileDialog(): void {
  useFileDialogs.setState({ open: null });
}
