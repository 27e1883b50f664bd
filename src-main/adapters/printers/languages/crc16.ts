const TABLE = Uint16Array.from({ length: 256 }, (_, high) => {
  let crc = high << 8;
  for (let bit = 0; bit < 8; bit += 1) crc = (crc << 1) ^ ((crc & 0x8000) === 0 ? 0 : 0x1021);
  return crc;
});

/** The checksum of :B64: and :Z64: data: CRC-16, polynomial 0x1021, start 0, over the base64 text. */
export function crc16(text: string): number {
  let crc = 0;
  for (let at = 0; at < text.length; at += 1)
    crc = ((crc << 8) ^ (TABLE[((crc >> 8) ^ text.charCodeAt(at)) & 0xff] ?? 0)) & 0xffff;
  return crc;
}
