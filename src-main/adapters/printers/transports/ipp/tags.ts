/** Delimiter tags of attribute groups (RFC 8010 §3.5.1). */
export const GROUP = { operation: 0x01, job: 0x02, end: 0x03, printer: 0x04, unsupported: 0x05 } as const;

/** Value tags (RFC 8010 §3.5.2). */
export const VALUE = {
  firstOutOfBand: 0x10,
  lastOutOfBand: 0x1f,
  integer: 0x21,
  boolean: 0x22,
  enum: 0x23,
  beginCollection: 0x34,
  textWithLanguage: 0x35,
  nameWithLanguage: 0x36,
  endCollection: 0x37,
  text: 0x41,
  name: 0x42,
  keyword: 0x44,
  uri: 0x45,
  charset: 0x47,
  naturalLanguage: 0x48,
  mimeMediaType: 0x49,
  memberName: 0x4a,
} as const;

/** Operations this app asks for (RFC 8011 §5.4.15; CUPS implementation of IPP). */
export const OPERATION = {
  printJob: 0x0002,
  cancelJob: 0x0008,
  getJobAttributes: 0x0009,
  getPrinterAttributes: 0x000b,
  cupsGetPrinters: 0x4002,
} as const;

/** Status codes with a meaning of their own here (RFC 8011 §B.1). The first 256 are successes. */
export const STATUS = {
  firstError: 0x0100,
  forbidden: 0x0401,
  notAuthenticated: 0x0402,
  notAuthorized: 0x0403,
  notPossible: 0x0404,
  notFound: 0x0406,
  gone: 0x0407,
  formatNotSupported: 0x040a,
  notAcceptingJobs: 0x0506,
  busy: 0x0507,
} as const;
