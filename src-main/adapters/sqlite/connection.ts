import type Database from 'better-sqlite3';
import { StoreFault } from './store-fault.ts';
import type { RowMapper } from './row-decoder.ts';
import { toStoreFault } from './sqlite-fault.ts';

export type SqlValue = string | number | Uint8Array | null;
export type SqlRow = Readonly<Record<string, unknown>>;
/** Values by position, or by the names used in the statement. */
export type SqlParams = readonly SqlValue[] | Readonly<Record<string, SqlValue>>;

/** Told of a row that a list had to leave out. */
export type BadRowListener = (table: string, id: string) => void;

/** One SQLite connection with its prepared statements. All calls are synchronous and throw StoreFault. */
export class Connection {
  readonly #database: Database.Database;
  readonly #onBadRow: BadRowListener;
  readonly #statements = new Map<string, Database.Statement>();
  #writes = 0;
  #halfDone: StoreFault | null = null;

  constructor(database: Database.Database, onBadRow: BadRowListener) {
    this.#database = database;
    this.#onBadRow = onBadRow;
  }

  get(sql: string, params: SqlParams = []): SqlRow | null {
    return this.#guard(() => (this.#prepare(sql).get(params) as SqlRow | undefined) ?? null);
  }

  all(sql: string, params: SqlParams = []): SqlRow[] {
    return this.#guard(() => this.#prepare(sql).all(params) as SqlRow[]);
  }

  /** One mapped row or null; a bad row throws. */
  one<T>(mapper: RowMapper<T>, sql: string, params: SqlParams = []): T | null {
    const row = this.get(sql, params);
    return row === null ? null : mapper(row);
  }

  /** Mapped rows; a bad one is reported and left out, so that it cannot take the list with it. */
  list<T>(mapper: RowMapper<T>, sql: string, params: SqlParams = []): T[] {
    return this.mapRows(mapper, this.all(sql, params));
  }

  mapRows<Source, T>(mapper: (source: Source) => T | null, sources: readonly Source[]): T[] {
    const results: T[] = [];
    for (const source of sources) {
      try {
        const result = mapper(source);
        if (result !== null) results.push(result);
      } catch (error) {
        if (!(error instanceof StoreFault) || error.code !== 'bad-row') throw error;
        this.#onBadRow(error.table ?? '', error.id ?? '');
      }
    }
    return results;
  }

  /**
   * Changes rows and returns how many, with the last row id. Only inside a transaction: after SQLite itself rolled
   * back (disk full) the rest of a unit of work must not be written on its own.
   */
  run(sql: string, params: SqlParams = []): { readonly changes: number; readonly lastRowId: number } {
    return this.#guard(() => {
      if (!this.#database.inTransaction) throw new StoreFault('unit-over');
      const { changes, lastInsertRowid } = this.#prepare(sql).run(params);
      this.#writes += changes;
      return { changes, lastRowId: Number(lastInsertRowid) };
    });
  }

  /** Changes the row of this id; throws StoreFault 'broken-reference' when it is not there. */
  change(table: string, id: string, sql: string, params: SqlParams): void {
    if (this.run(sql, params).changes === 0) throw new StoreFault('broken-reference', { table, id });
  }

  /**
   * Runs a change of several statements. If one fails after another has written, the unit of work can no longer be
   * committed, even when its author catches the fault. (A savepoint would save the unit, but makes FTS5 write out its
   * pending words each time, which halves the speed of taking orders in.)
   */
  atomic<T>(change: () => T): T {
    const before = this.#writes;
    try {
      return change();
    } catch (error) {
      if (this.#writes > before) this.#halfDone ??= toStoreFault(error);
      throw error;
    }
  }

  begin(): void {
    this.#command('BEGIN IMMEDIATE');
    this.#writes = 0;
    this.#halfDone = null;
  }

  commit(): void {
    if (this.#halfDone !== null) throw this.#halfDone;
    if (!this.#database.inTransaction) throw new StoreFault('unit-over');
    this.#command('COMMIT');
  }

  rollback(): void {
    if (this.#database.inTransaction) this.#command('ROLLBACK');
  }

  /** True once a row changed since begin(). */
  get hasWritten(): boolean {
    return this.#writes > 0;
  }

  /** Several statements without parameters. */
  exec(sql: string): void {
    this.#guard(() => this.#database.exec(sql));
  }

  pragma(name: string): unknown {
    return this.#guard(() => this.#database.pragma(name, { simple: true }));
  }

  /** A vacuumed copy under the same key. Not inside a transaction. */
  vacuumInto(file: string): void {
    this.#guard(() => this.#database.prepare('VACUUM INTO ?').run(file));
  }

  close(): void {
    this.#statements.clear();
    this.#database.close();
  }

  #command(sql: string): void {
    this.#guard(() => this.#prepare(sql).run());
  }

  #prepare(sql: string): Database.Statement {
    const known = this.#statements.get(sql);
    if (known !== undefined) return known;
    const statement = this.#database.prepare(sql);
    this.#statements.set(sql, statement);
    return statement;
  }

  #guard<T>(call: () => T): T {
    try {
      if (!this.#database.open) throw new StoreFault('closed');
      return call();
    } catch (error) {
      throw toStoreFault(error);
    }
  }
}
