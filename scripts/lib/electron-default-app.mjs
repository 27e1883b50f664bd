// The app inside the registry's Electron that makes `electron <folder>` start the app in that folder,
// as the official binary does. This file is copied to resources/app/main.mjs and never imported here.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { extname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { app } from 'electron';

const require = createRequire(import.meta.url);

/** The modules of -r/--require and the first plain argument: the app's folder, or a script. */
function readArguments(args) {
  const required = [];
  for (let index = 0; index < args.length; index += 1) {
    const argument = args[index];
    if (argument === '-r' || argument === '--require') required.push(args[(index += 1)]);
    else if (argument === '--version' || argument === '-v') return { required, version: true };
    else if (!argument.startsWith('-')) return { required, target: argument };
  }
  return { required };
}

/** Takes name, version and entry from the folder's package.json, as the official default app does. */
function adopt(folder) {
  const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  if (manifest.productName ?? manifest.name) app.setName(manifest.productName ?? manifest.name);
  if (manifest.version) app.setVersion(manifest.version);
  if (manifest.desktopName) app.setDesktopName(manifest.desktopName);
  app.setAppPath(folder);
  return join(folder, manifest.main ?? 'index.js');
}

const { required, target, version } = readArguments(process.argv.slice(1));
if (version || target === undefined) {
  console.log(version ? `v${process.versions.electron}` : 'usage: electron <folder of an app>');
  process.exit(version ? 0 : 1);
}
Object.defineProperty(process, 'defaultApp', { value: true, enumerable: true });
for (const module of required) require(resolve(module));
try {
  const path = resolve(target);
  const entry = extname(path) === '' || path.endsWith('.asar') ? adopt(path) : path;
  await import(pathToFileURL(entry).href);
} catch (error) {
  const reason = process.env.CHUDAN_DEBUG ? error?.stack : error?.message;
  console.error(`the app in ${target} could not be started: ${reason ?? error}`);
  process.exit(1);
}
