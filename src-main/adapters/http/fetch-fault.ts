/** System codes that only a name look-up or a TLS handshake can end with: no byte of the request had left. */
const ALWAYS_BEFORE_SENDING: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EAI_FAIL',
  'EAI_NODATA',
  'EAI_NONAME',
  'UND_ERR_CONNECT_TIMEOUT',
  'CERT_HAS_EXPIRED',
  'CERT_NOT_YET_VALID',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'ERR_TLS_CERT_ALTNAME_INVALID',
]);

/** Codes that also an open connection may end with; before sending only when the `connect` call itself said so. */
const BEFORE_SENDING_IN_CONNECT: ReadonlySet<string> = new Set([
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'EHOSTDOWN',
  'ENETUNREACH',
  'ENETDOWN',
  'EADDRNOTAVAIL',
  'ECONNRESET',
  'EACCES',
  'EPERM',
]);

/** Chromium's net errors (net/base/net_error_list.h) that are about reaching the other side, as Electron's net.fetch words them. */
const CHROMIUM_BEFORE_SENDING: ReadonlySet<string> = new Set([
  'ERR_CONNECTION_REFUSED',
  'ERR_CONNECTION_FAILED',
  'ERR_CONNECTION_TIMED_OUT',
  'ERR_NAME_NOT_RESOLVED',
  'ERR_NAME_RESOLUTION_FAILED',
  'ERR_INTERNET_DISCONNECTED',
  'ERR_ADDRESS_INVALID',
  'ERR_ADDRESS_UNREACHABLE',
  'ERR_PROXY_CONNECTION_FAILED',
  'ERR_TUNNEL_CONNECTION_FAILED',
  'ERR_CERT_AUTHORITY_INVALID',
  'ERR_CERT_COMMON_NAME_INVALID',
  'ERR_CERT_DATE_INVALID',
]);

/** What a fetch function's rejection says. `code` never holds anything from the request, so it may be logged. */
export interface FetchFault {
  readonly isBeforeSending: boolean;
  readonly code: string;
}

/** Reads a rejection of fetch (Node's or Electron's). When it is not certain that nothing left, it says so. Never throws. */
export function readFetchFault(error: unknown): FetchFault {
  const leaves = leavesOf(error, 0).map(readLeaf);
  const named = leaves.find((leaf) => leaf.code !== 'unknown') ?? leaves[0];
  return {
    isBeforeSending: leaves.length > 0 && leaves.every((leaf) => leaf.isBeforeSending),
    code: named?.code ?? 'unknown',
  };
}

/** fetch wraps the system's error in `cause`, and a dual-stack connect wraps one error an address in `errors`. */
function leavesOf(error: unknown, depth: number): unknown[] {
  if (typeof error !== 'object' || error === null || depth > 5) return [error];
  if ('errors' in error && Array.isArray(error.errors) && error.errors.length > 0) {
    return error.errors.flatMap((inner) => leavesOf(inner, depth + 1));
  }
  if ('cause' in error && error.cause !== undefined) return leavesOf(error.cause, depth + 1);
  return [error];
}

function readLeaf(error: unknown): FetchFault {
  if (typeof error !== 'object' || error === null) return { isBeforeSending: false, code: 'unknown' };
  const chromium =
    'message' in error && typeof error.message === 'string' ? /net::(ERR_[A-Z_]+)/.exec(error.message)?.[1] : undefined;
  if (chromium !== undefined) return { isBeforeSending: CHROMIUM_BEFORE_SENDING.has(chromium), code: chromium };
  const code =
    'code' in error && typeof error.code === 'string' && /^[A-Z][A-Z0-9_]{1,60}$/.test(error.code)
      ? error.code
      : 'unknown';
  const isInConnect = 'syscall' in error && error.syscall === 'connect';
  return {
    isBeforeSending: ALWAYS_BEFORE_SENDING.has(code) || (isInConnect && BEFORE_SENDING_IN_CONNECT.has(code)),
    code,
  };
}
