import { execFile, spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

/** A print system of its own: an ordinary child process with its own folder, socket and loopback port. */
export interface PrivateCups {
  readonly socketPath: string;
  readonly port: number;
  /** `model` as lpadmin's -m: 'raw', 'drv:///sample.drv/zebra.ppd' … */
  addQueue(name: string, deviceUri: string, model?: string, options?: readonly string[]): Promise<void>;
  run(
    command: 'cupsdisable' | 'cupsenable' | 'cupsreject' | 'cupsaccept' | 'lpstat' | 'cancel',
    ...args: string[]
  ): Promise<string>;
  log(): string;
  stop(): Promise<void>;
}

const run = promisify(execFile);

/** Says why no print system can be started here, or null. */
export function cupsAbsence(): string | null {
  const absent = ['/usr/sbin/cupsd', '/usr/sbin/lpadmin'].filter((file) => !existsSync(file));
  return absent.length === 0 ? null : `${absent.join(', ')} not found: the Debian package cups`;
}

export async function startPrivateCups(): Promise<PrivateCups> {
  const folder = mkdtempSync(path.join(tmpdir(), 'cups-'));
  const inFolder = (name: string): string => path.join(folder, name);
  for (const name of ['', 'spool', 'spool/tmp', 'cache', 'state', 'ppd']) {
    mkdirSync(inFolder(name), { recursive: true });
    // The print system changes its user.
    chmodSync(inFolder(name), 0o777);
  }
  const port = await freePort();
  const socketPath = inFolder('cups.sock');
  writeFileSync(inFolder('cups-files.conf'), filesConf(folder));
  writeFileSync(inFolder('cupsd.conf'), daemonConf(port, socketPath));
  const child = spawn('/usr/sbin/cupsd', ['-f', '-c', inFolder('cupsd.conf'), '-s', inFolder('cups-files.conf')], {
    stdio: 'ignore',
  });
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const ask = async (command: string, args: readonly string[]): Promise<string> =>
    (await run(command, ['-h', `127.0.0.1:${port}`, ...args])).stdout;
  const log = (): string => (existsSync(inFolder('error.log')) ? readFileSync(inFolder('error.log'), 'utf8') : '');
  const stop = async (): Promise<void> => {
    child.kill('SIGTERM');
    await exited;
    rmSync(folder, { recursive: true, force: true });
  };
  for (let tries = 0; !existsSync(socketPath); tries += 1) {
    if (tries === 100) {
      await stop();
      throw new Error('cupsd does not listen after five seconds');
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return {
    socketPath,
    port,
    log,
    stop,
    addQueue: async (name, deviceUri, model = 'raw', options = []) => {
      const settings = options.flatMap((option) => ['-o', option]);
      await ask('/usr/sbin/lpadmin', ['-p', name, '-E', '-v', deviceUri, '-m', model, ...settings]);
    },
    run: (command, ...args) =>
      ask(`${command === 'lpstat' || command === 'cancel' ? '/usr/bin' : '/usr/sbin'}/${command}`, args),
  };
}

function filesConf(folder: string): string {
  const user = process.getuid?.() === 0 ? 'lp' : userInfo().username;
  return `ServerRoot ${folder}
RequestRoot ${folder}/spool
TempDir ${folder}/spool/tmp
CacheDir ${folder}/cache
StateDir ${folder}/state
AccessLog ${folder}/access.log
ErrorLog ${folder}/error.log
PageLog ${folder}/page.log
User ${user}
Group ${user}
SystemGroup root
`;
}

function daemonConf(port: number, socketPath: string): string {
  return `Listen 127.0.0.1:${port}
Listen ${socketPath}
Browsing Off
WebInterface No
DefaultAuthType None
LogLevel debug
<Location />
  Order allow,deny
  Allow all
</Location>
<Policy default>
  <Limit All>
    Order deny,allow
  </Limit>
</Policy>
`;
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
