import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { BrowserWindow } from 'electron';

/** Writes what the window shows as PNG to `file`. Throws when the window shows nothing. */
export async function writeScreenshot(window: BrowserWindow, file: string): Promise<void> {
  const image = await window.webContents.capturePage();
  if (image.isEmpty()) throw new Error('the window shows nothing yet');
  await mkdir(path.dirname(path.resolve(file)), { recursive: true });
  await writeFile(file, image.toPNG());
}
