import { app, type BrowserWindow } from 'electron';
import type { Envelope } from '../../contract/errors.ts';
import { writeScreenshot } from './screenshot.ts';
import { errorText } from '../../app/error-text.ts';

type Dispatch = (name: unknown, input: unknown) => Promise<Envelope<unknown>>;

const GIVE_UP_MS = 60_000;
const POLL_MS = 200;
/** From the last sync to the picture: the window draws, pictures load. */
const SETTLE_MS = 1_500;

/**
 * `--once`: opens the demo shop, waits until it has synced and the board shows it, writes the picture and leaves
 * with exit code 0, or with 1 and one line that says what did not happen.
 */
export async function runOnce(
  dispatch: Dispatch,
  currentWindow: () => BrowserWindow | null,
  picture: string,
): Promise<void> {
  try {
    // The folder is thrown away: nobody's choice is changed.
    await expectOk(dispatch, 'app.setPreferences', { firstPlace: 'board' });
    await expectOk(dispatch, 'shops.startDemo', {});
    const orders = await waitForOrders(dispatch);
    await pause(SETTLE_MS);
    const window = currentWindow();
    if (window === null) throw new Error('the window was closed');
    await writeScreenshot(window, picture);
    process.stdout.write(
      `Electron ${process.versions.electron}: the demo shop has synced ${orders} orders; the board is in ${picture}\n`,
    );
    app.quit();
  } catch (error) {
    process.stderr.write(`The demo run failed: ${errorText(error)}\n`);
    app.exit(1);
  }
}

async function waitForOrders(dispatch: Dispatch): Promise<number> {
  for (let waitedMs = 0; waitedMs < GIVE_UP_MS; waitedMs += POLL_MS) {
    const { shops } = (await expectOk(dispatch, 'shops.list', {})) as {
      shops: { lastGoodSyncMs: number | null; lastFault: string | null }[];
    };
    const { lanes } = (await expectOk(dispatch, 'board.summary', {})) as { lanes: { count: number }[] };
    const count = lanes.reduce((total, lane) => total + lane.count, 0);
    if (count > 0 && shops.every((shop) => shop.lastGoodSyncMs !== null)) return count;
    await pause(POLL_MS);
  }
  throw new Error(`the demo shop had not synced after ${GIVE_UP_MS / 1_000} seconds`);
}

async function expectOk(dispatch: Dispatch, name: string, input: unknown): Promise<unknown> {
  const answer = await dispatch(name, input);
  if (!answer.ok) throw new Error(`${name} answered ${answer.code}`);
  return answer.value;
}

function pause(delayMs: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, delayMs));
}
