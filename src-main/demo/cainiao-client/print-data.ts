import { createCipheriv, createDecipheriv, createHash, createHmac } from 'node:crypto';
import * as z from 'zod';

/** What a waybill API hands out for the print client; the app in between passes it through unchanged (taobao.md §6). */
const sealedSchema = z.strictObject({
  encryptedData: z.string(),
  signature: z.string(),
  templateURL: z.string(),
  ver: z.string(),
  /** The sender, which the app may add to encrypted data. */
  addData: z.strictObject({ sender: z.looseObject({}) }).optional(),
});

/** The unencrypted form: the recipient is masked, so it is printed as it stands. */
const openSchema = z.strictObject({
  data: z.looseObject({}),
  signature: z.string(),
  templateURL: z.string(),
  ver: z.string().optional(),
});

export type SealedPrintData = z.output<typeof sealedSchema>;

const version = 'waybill_print_secret_version_1';
/** Known to the platform and to its print client only: an app that looked inside would have to steal it. */
const key = createHash('sha256').update('the secret between the demo platform and its print client').digest();

/** Print data that nobody in between can read or change; the same text gives the same bytes. */
export function sealPrintData(data: unknown, templateUrl: string): SealedPrintData {
  const plain = Buffer.from(JSON.stringify(data));
  const vector = createHmac('sha256', key).update(plain).digest().subarray(0, 12);
  const cipher = createCipheriv('aes-256-gcm', key, vector);
  const secret = Buffer.concat([cipher.update(plain), cipher.final()]);
  const encryptedData = `AES:${Buffer.concat([vector, cipher.getAuthTag(), secret]).toString('base64')}`;
  return { encryptedData, signature: signatureOf(encryptedData, templateUrl), templateURL: templateUrl, ver: version };
}

/** Unencrypted print data with its signature. */
export function signPrintData(data: Record<string, unknown>, templateUrl: string): Record<string, unknown> {
  return { data, signature: signatureOf(JSON.stringify(data), templateUrl), templateURL: templateUrl, ver: version };
}

/** What stands on the label; null when the data is not the platform's or was altered on the way. */
export function openPrintData(value: unknown): unknown {
  const sealed = sealedSchema.safeParse(value);
  if (sealed.success) return openSealed(sealed.data);
  const open = openSchema.safeParse(value);
  if (!open.success) return null;
  const { data, signature, templateURL } = open.data;
  return signature === signatureOf(JSON.stringify(data), templateURL) ? data : null;
}

function openSealed({ encryptedData, signature, templateURL, ver, addData }: SealedPrintData): unknown {
  if (ver !== version || !encryptedData.startsWith('AES:')) return null;
  if (signature !== signatureOf(encryptedData, templateURL)) return null;
  const bytes = Buffer.from(encryptedData.slice(4), 'base64');
  if (bytes.length < 29) return null;
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12));
    decipher.setAuthTag(bytes.subarray(12, 28));
    const text = Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8');
    const data = z.looseObject({}).parse(JSON.parse(text));
    return addData === undefined ? data : { ...data, ...addData };
  } catch {
    return null;
  }
}

function signatureOf(text: string, templateUrl: string): string {
  return `MD:${createHmac('md5', key).update(`${text}\n${templateUrl}`).digest('base64')}`;
}
