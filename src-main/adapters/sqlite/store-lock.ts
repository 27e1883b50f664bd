import Database from 'better-sqlite3';
import { StoreFault } from './store-fault.ts';
import { toStoreFault } from './sqlite-fault.ts';

/**
 * Keeps a second process (or a second store in this one) away from the file. SQLite's own locks are used on an empty
 * file beside it, because the system drops them when a process dies, however it dies; the store's file itself cannot
 * be locked as a whole while it has a second connection for reading. Returns the release.
 */
export function acquireStoreLock(file: string): () => void {
  let lock: Database.Database | null = null;
  try {
    lock = new Database(`${file}.lock`, { timeout: 0 });
    lock.pragma('journal_mode = MEMORY');
    lock.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    lock?.close();
    const fault = toStoreFault(error);
    throw fault.code === 'in-use' ? fault : new StoreFault('unavailable', { reason: fault.message, cause: error });
  }
  const held = lock;
  return () => held.close();
}
