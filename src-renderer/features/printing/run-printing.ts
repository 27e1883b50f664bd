import { showError } from '../../stores/toast.ts';

/** Runs one command of this page; a failure is told in the toast. True when it worked. Never throws. */
export async function run(call: Promise<unknown>): Promise<boolean> {
  try {
    await call;
    return true;
  } catch (thrown) {
    showError(thrown);
    return false;
  }
}
