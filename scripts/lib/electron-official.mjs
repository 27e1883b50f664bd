// The official Electron binary, as the `electron` package fetches it (github.com, or ELECTRON_MIRROR).
import { existsSync, readFileSync } from 'node:fs';
import { inCache, inModules, inRoot } from './paths.mjs';
import { run } from './run.mjs';
import { say, seconds } from './say.mjs';
import { readJson, writeJson } from './stamp.mjs';

const probeLimitMs = 8_000;
const downloadLimitMs = 15 * 60_000;
const unprobedLimitMs = 60_000;
const retryAfterMs = 24 * 60 * 60_000;

export const pinnedElectronVersion = () => readJson(inRoot('package.json')).devDependencies.electron;

const failureFile = () => inCache(`electron-${pinnedElectronVersion()}-official-failed.json`);

/** The folder of the official binary when it is unpacked in node_modules, else undefined. */
export function officialFolder() {
  const [folder, pathFile] = [inModules('electron', 'dist'), inModules('electron', 'path.txt')];
  if (!existsSync(pathFile)) return undefined;
  return existsSync(inModules('electron', 'dist', readFileSync(pathFile, 'utf8'))) ? folder : undefined;
}

/** Whether a failed try is recent enough not to be repeated. Pure. */
export function shouldSkipTry(failure, mirror, nowMs) {
  if (failure === undefined || failure.mirror !== mirror) return false;
  return nowMs >= failure.atMs && nowMs - failure.atMs < retryAfterMs;
}

/**
 * Fetches the official binary. Returns undefined when it is there, else the reason it is not.
 * A failure is remembered for a day, so that the next start does not wait for it again.
 */
export async function fetchOfficialElectron(node) {
  const mirror = process.env.ELECTRON_MIRROR ?? '';
  const failure = readJson(failureFile());
  if (shouldSkipTry(failure, mirror, Date.now())) return failure.reason;
  say(`fetching the official Electron ${pinnedElectronVersion()} …`);
  const startedAtMs = Date.now();
  const reason = (await unreachable(mirror)) ?? (await install(node, mirror));
  if (reason === undefined) say(`official Electron fetched in ${seconds(Date.now() - startedAtMs)}`);
  else writeJson(failureFile(), { atMs: Date.now(), mirror, reason });
  return reason;
}

/** One small request first: a firewall that swallows packets must not hold the start up for minutes. */
async function unreachable(mirror) {
  if (mirror !== '' || process.env.HTTPS_PROXY || process.env.https_proxy) return undefined;
  const address = `https://github.com/electron/electron/releases/download/v${pinnedElectronVersion()}/SHASUMS256.txt`;
  try {
    const answer = await fetch(address, { method: 'HEAD', signal: AbortSignal.timeout(probeLimitMs) });
    return answer.ok ? undefined : `github.com answered ${answer.status}`;
  } catch {
    return 'github.com cannot be reached';
  }
}

async function install(node, mirror) {
  const probed = mirror === '' && !process.env.HTTPS_PROXY && !process.env.https_proxy;
  const result = await run(node, [inModules('electron', 'install.js')], {
    timeoutMs: probed ? downloadLimitMs : unprobedLimitMs,
  });
  if (result.code === 0 && officialFolder() !== undefined) return undefined;
  if (result.timedOut) return 'the download took too long';
  return (
    result.stderr
      .split('\n')
      .find((line) => line.trim() !== '')
      ?.trim()
      .slice(0, 160) ?? 'the download failed'
  );
}
