import { toBase64 } from '../../client/base64.ts';

/** A product's picture is never drawn larger (px). */
const LONG_SIDE_PX = 320;

/** A picture file made small, as base64; null when it is no picture that the window can draw. */
export async function shrinkPicture(file: Blob): Promise<string | null> {
  try {
    const bitmap = await createImageBitmap(file);
    const scale = Math.min(1, LONG_SIDE_PX / Math.max(bitmap.width, bitmap.height));
    const canvas = document.createElement('canvas');
    canvas.width = Math.max(1, Math.round(bitmap.width * scale));
    canvas.height = Math.max(1, Math.round(bitmap.height * scale));
    canvas.getContext('2d')?.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
    bitmap.close();
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/webp', 0.8));
    return blob === null ? null : toBase64(new Uint8Array(await blob.arrayBuffer()));
  } catch {
    // The browser says only that it cannot decode it.
    return null;
  }
}
