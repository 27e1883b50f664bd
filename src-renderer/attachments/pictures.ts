import type { AttachmentView } from '../../src-main/contract/methods/attachments.ts';
import { fromBase64 } from '../client/base64.ts';
import { invoke } from '../client/client.ts';

/** Longer side of a thumbnail: twice the tile, for dense screens. Pixels. */
const THUMBNAIL_PX = 144;
/** So many small pictures are kept; the oldest go first. */
const KEPT = 300;

const thumbnails = new Map<string, Promise<string | null>>();
/** Photos are large and are read one after the other, so that an order with a hundred of them stays usable. */
let line: Promise<unknown> = Promise.resolve();

/** The bytes of a file that is kept, as the window can show or save them. Throws CallError. */
export async function readAttachment(id: string): Promise<Blob> {
  const { attachment, base64 } = await invoke('attachments.read', { id });
  return new Blob([fromBase64(base64)], { type: attachment.media });
}

/** Address of a small picture of a photo; null for what is no picture or cannot be drawn. Read once, then remembered. */
export function thumbnailOf({ id, media }: AttachmentView): Promise<string | null> {
  if (!media.startsWith('image/')) return Promise.resolve(null);
  const known = thumbnails.get(id);
  if (known !== undefined) return known;
  const made = line.then(() => makeThumbnail(id)).catch(() => null);
  line = made;
  thumbnails.set(id, made);
  forgetOldest();
  return made;
}

async function makeThumbnail(id: string): Promise<string> {
  const whole = await createImageBitmap(await readAttachment(id));
  const scale = Math.min(1, THUMBNAIL_PX / Math.min(whole.width, whole.height));
  const canvas = new OffscreenCanvas(Math.ceil(whole.width * scale), Math.ceil(whole.height * scale));
  canvas.getContext('2d')?.drawImage(whole, 0, 0, canvas.width, canvas.height);
  whole.close();
  return URL.createObjectURL(await canvas.convertToBlob({ type: 'image/webp', quality: 0.8 }));
}

function forgetOldest(): void {
  const [oldest] = thumbnails;
  if (thumbnails.size <= KEPT || oldest === undefined) return;
  thumbnails.delete(oldest[0]);
  void oldest[1].then((url) => {
    if (url !== null) URL.revokeObjectURL(url);
  });
}
