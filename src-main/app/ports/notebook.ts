/**
 * What one shop's connector keeps over a restart: tokens, buckets, the numbers of labels it bought. Lies in the encrypted
 * store and goes with its shop. Names are short and without a buyer's data; texts may be secret.
 */
export interface Notebook {
  read(name: string): Promise<string | null>;
  /** null forgets the name. */
  write(name: string, text: string | null): Promise<void>;
}
