/** What a file is by its first bytes; null for anything but the three kinds of pictures the platform takes. */
export function imageKind(bytes: Uint8Array): 'jpg' | 'gif' | 'png' | null {
  const head = Buffer.from(bytes.subarray(0, 8)).toString('latin1');
  if (head.startsWith('\u00ff\u00d8\u00ff')) return 'jpg';
  if (head.startsWith('GIF87a') || head.startsWith('GIF89a')) return 'gif';
  return head === '\u0089PNG\r\n\u001a\n' ? 'png' : null;
}
