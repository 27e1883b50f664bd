import { hash } from 'node:crypto';
import type { Order } from '../../core/order/order.ts';
import { codesOf } from './codes-of.ts';
import type { Connection } from './connection.ts';
import { searchWordsOf } from './search-words.ts';

const FORGET_CODES = 'DELETE FROM order_code WHERE order_row = ?';
const ADD_CODE = 'INSERT INTO order_code (code, order_row) VALUES (?, ?)';
const SAVE_WORDS = 'INSERT OR REPLACE INTO order_search (rowid, words, tails) VALUES (?, ?, ?)';
const SAVE_BOARD_WORDS = 'INSERT OR REPLACE INTO board_search (rowid, words, tails) VALUES (?, ?, ?)';
const FORGET_BOARD_WORDS = 'DELETE FROM board_search WHERE rowid = ?';

/** What an order can be found by: codes exactly, words and tails of numbers by search. */
interface OrderIndex {
  readonly codes: readonly string[];
  readonly words: string;
  readonly tails: string;
  /** Equal digests mean that codes and words are written already: most changes of an order touch neither. */
  readonly digest: string;
}

export function indexOf(order: Order): OrderIndex {
  const codes = codesOf(order);
  const { words, tails } = searchWordsOf(order);
  return { codes, words, tails, digest: hash('sha1', JSON.stringify([codes, words, tails]), 'base64') };
}

interface IndexState {
  readonly isOpen: boolean;
  /** How the order stood when it was last saved; null: it is new. */
  readonly before: { readonly digest: unknown; readonly isOpen: boolean } | null;
}

/** Writes what has changed of an order's codes and words, in the index of all and in that of the board. */
export function saveIndex(connection: Connection, orderRow: number, index: OrderIndex, state: IndexState): void {
  const { before, isOpen } = state;
  const isSame = before !== null && before.digest === index.digest;
  if (!isSame) {
    if (before !== null) connection.run(FORGET_CODES, [orderRow]);
    for (const code of index.codes) connection.run(ADD_CODE, [code, orderRow]);
    connection.run(SAVE_WORDS, [orderRow, index.words, index.tails]);
  }
  if (isOpen && !(isSame && before.isOpen)) connection.run(SAVE_BOARD_WORDS, [orderRow, index.words, index.tails]);
  if (!isOpen && before?.isOpen === true) connection.run(FORGET_BOARD_WORDS, [orderRow]);
}

/** Writes the board's words of an order anew, whatever stands there. */
export function rebuildBoardWords(connection: Connection, orderRow: number, order: Order, isOpen: boolean): void {
  const { words, tails } = searchWordsOf(order);
  if (isOpen) connection.run(SAVE_BOARD_WORDS, [orderRow, words, tails]);
  else connection.run(FORGET_BOARD_WORDS, [orderRow]);
}
