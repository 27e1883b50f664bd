import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { protocol } from 'electron';

export const APP_SCHEME = 'app';
export const APP_ORIGIN = 'app://chudan';

/** Nothing but our own files, styles and pictures; no inline script, no connection to anywhere. */
export const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

/** Must run before the app is ready. */
export function declareScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: APP_SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ]);
}

/** Serves the window's files and the product pictures from two folders, and nothing outside them. */
export function serveScheme(rendererFolder: string, picturesFolder: string): void {
  protocol.handle(APP_SCHEME, async (request) => {
    const file = fileFor(new URL(request.url), rendererFolder, picturesFolder);
    const type = file === null ? undefined : TYPES[path.extname(file)];
    if (file === null || type === undefined) return new Response('not found', { status: 404 });
    const bytes = await readFile(file).catch(() => null);
    if (bytes === null) return new Response('not found', { status: 404 });
    const headers = {
      'content-type': type,
      'content-security-policy': CONTENT_SECURITY_POLICY,
      'x-content-type-options': 'nosniff',
    };
    return new Response(new Uint8Array(bytes), { headers });
  });
}

/** The file that a URL of our scheme names, or null when it is none of ours or climbs out of its folder. */
export function fileFor(url: URL, rendererFolder: string, picturesFolder: string): string | null {
  if (url.host !== 'chudan') return null;
  const name = decodeName(url.pathname);
  if (name === null) return null;
  const isPicture = name.startsWith('/pictures/');
  const folder = isPicture ? picturesFolder : rendererFolder;
  const inside = isPicture ? name.slice('/pictures'.length) : name === '/' ? '/index.html' : name;
  const file = path.normalize(path.join(folder, inside));
  return file.startsWith(folder + path.sep) ? file : null;
}

function decodeName(pathname: string): string | null {
  try {
    const name = decodeURIComponent(pathname);
    return name.includes('\0') ? null : name;
  } catch {
    return null;
  }
}
