import { showError } from '../../stores/toast.ts';

/** Runs one command of this page; a failure is told in the toast. Never throws. */
export async function run(call: Promise<unknown>): Promise<void> {
  await call.catch(showError);
}
