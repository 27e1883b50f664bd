/** How long the bytes stay reachable: the download reads them at once, but not in the same turn. */
const KEPT_MS = 60_000;

/** Puts bytes into the downloads folder under a name, by a link that the window itself presses. */
export function saveFile(fileName: string, bytes: Uint8Array<ArrayBuffer>, type = 'application/octet-stream'): void {
  const url = URL.createObjectURL(new Blob([bytes], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = fileName;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), KEPT_MS);
}
