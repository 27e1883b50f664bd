/** Why a connection could not be made, from Node's error code. */
export function connectFault(code: string | undefined): 'refused' | 'timeout' | 'unreachable' | 'unknown-host' {
  if (code === 'ECONNREFUSED') return 'refused';
  if (code === 'ETIMEDOUT') return 'timeout';
  return code === 'ENOTFOUND' || code === 'EAI_AGAIN' ? 'unknown-host' : 'unreachable';
}
