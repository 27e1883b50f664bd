// npm start: opens the app. `npm start -- --once` leaves when the demo shop has synced and its picture is written.
import { existsSync, mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureBuild } from './lib/build.mjs';
import { ensureDisplay } from './lib/display.mjs';
import { electronArguments } from './lib/electron-args.mjs';
import { knownStartFailure } from './lib/electron.mjs';
import { launchElectron } from './lib/launch.mjs';
import { artifacts, root } from './lib/paths.mjs';
import { SetupError, runMain, say, seconds } from './lib/say.mjs';
import { setUp } from './setup.mjs';

const onceLimitMs = 120_000;
/** The usual exit code after Ctrl-C: 128 + SIGINT. */
const interrupted = 130;

async function start() {
  const { node, electron } = await setUp();
  await ensureBuild(node);
  const display = await ensureDisplay();
  const temporaryData = mkdtempSync(join(tmpdir(), 'chudan-start-'));
  try {
    return await open(electron, display, temporaryData);
  } finally {
    display.stop();
    rmSync(temporaryData, { recursive: true, force: true });
  }
}

async function open(electron, display, temporaryData) {
  const isRootOnLinux = process.platform === 'linux' && process.getuid?.() === 0;
  const given = process.argv.slice(2);
  const virtualDisplay = display.virtual;
  const plan = electronArguments({
    appFolder: root,
    given,
    isRootOnLinux,
    virtualDisplay,
    artifacts: artifacts(),
    temporaryData,
  });
  if (plan.screenshot !== undefined) makeRoomFor(plan.screenshot);
  if (isRootOnLinux) say('running as root: Chromium gets --no-sandbox (it refuses to start as root otherwise)');
  if (virtualDisplay)
    say(
      `no display: the window opens on a virtual one (Xvfb ${display.env.DISPLAY}); the board is drawn into ${plan.screenshot}`,
    );
  say(plan.once ? 'opening the demo shop …' : 'opening the app (Ctrl-C ends it) …');
  const startedAtMs = Date.now();
  const env = { ...process.env, ...display.env };
  const ended = await launchElectron(electron.executable, plan.args, {
    env,
    cwd: root,
    timeoutMs: plan.once ? onceLimitMs : undefined,
  });
  return judge(ended, plan, Date.now() - startedAtMs);
}

/** A picture of an earlier run must not pass for one of this run. */
function makeRoomFor(screenshot) {
  mkdirSync(join(screenshot, '..'), { recursive: true });
  rmSync(screenshot, { force: true });
}

/** The exit code of a run, or the one line that says what went wrong. */
function judge(ended, plan, tookMs) {
  if (ended.timedOut) {
    throw new SetupError(
      `the demo shop was not ready after ${onceLimitMs / 1000} s`,
      'run again with CHUDAN_DEBUG=1 and read what Electron prints',
    );
  }
  if (ended.stopped) return plan.once ? interrupted : 0;
  if (ended.code !== 0) {
    const known = knownStartFailure(ended.errors);
    throw (
      known ??
      new SetupError(
        `the app ended with ${ended.code ?? 'no code'}`,
        'its last lines are above; more with CHUDAN_DEBUG=1',
      )
    );
  }
  if (!plan.once) return 0;
  if (!existsSync(plan.screenshot) || statSync(plan.screenshot).size === 0) {
    throw new SetupError(`no picture was written to ${plan.screenshot}`, 'run again with CHUDAN_DEBUG=1');
  }
  say(`done in ${seconds(tookMs)}; the picture of the board is ${plan.screenshot}`);
  return 0;
}

await runMain(start);
