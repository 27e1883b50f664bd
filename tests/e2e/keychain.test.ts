import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { _electron, expect, test } from '@playwright/test';
import { electronArguments, newFolder, removeFolder } from './support/app.ts';

const hasKeyring = process.platform === 'linux' && spawnSync('gnome-keyring-daemon', ['--version']).status === 0;
if (!hasKeyring) console.warn('NOT RUN: no gnome-keyring on this machine; the OS keychain was not tried');

/**
 * A starter that gives the app a session bus and an unlocked keyring of the test's own. The keyring's home is the
 * test's folder, so nothing of the person who runs the tests is touched.
 */
function keyringStarter(folder: string, executable: string): string {
  const file = path.join(folder, 'start-with-keyring.sh');
  const inner = `printf test | gnome-keyring-daemon --unlock --components=secrets >/dev/null 2>&1; exec "${executable}" --password-store=gnome-libsecret "$@"`;
  writeFileSync(
    file,
    `#!/bin/bash\nexport XDG_DATA_HOME="${folder}/share"\nexec dbus-run-session -- bash -c '${inner}' starter "$@"\n`,
  );
  chmodSync(file, 0o755);
  return file;
}

test('with an OS keychain nobody is asked for a passphrase, and the key on disk is sealed', async () => {
  test.skip(!hasKeyring, 'no gnome-keyring on this machine');
  const executable = process.env['CHUDAN_ELECTRON'];
  if (executable === undefined) throw new Error('CHUDAN_ELECTRON is not set');
  const folder = newFolder();
  mkdirSync(path.join(folder, 'share'));
  try {
    const executablePath = keyringStarter(folder, executable);
    const data = path.join(folder, 'data');
    for (const start of ['first', 'second']) {
      const app = await _electron.launch({
        executablePath,
        args: electronArguments(data, 'en'),
        env: { ...(process.env as Record<string, string>), LANGUAGE: 'en' },
      });
      const page = await app.firstWindow();
      await expect(page.getByRole('button', { name: /Start the demo/ }), `${start} start`).toBeVisible();
      await app.close();
    }
    const kept = JSON.parse(readFileSync(path.join(data, 'key.json'), 'utf8')) as { mode: string; sealed: string };
    expect(kept.mode).toBe('keychain');
    // Chromium marks what the secret service sealed with v11; v10 would be its fixed password.
    expect(Buffer.from(kept.sealed, 'base64').subarray(0, 3).toString()).toBe('v11');
    expect(readFileSync(path.join(data, 'orders.db')).subarray(0, 15).toString('latin1')).not.toBe('SQLite format 3');
  } finally {
    removeFolder(folder);
  }
});
