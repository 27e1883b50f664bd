import { userInfo } from 'node:os';
import { cutText, type RequestAttributes } from '../ipp/encode-request.ts';

/** Whose job it is: only its owner may take it back (RFC 8011 §4.3.3). */
export function requestingUser(): RequestAttributes {
  return { 'requesting-user-name': { tag: 'name', value: cutText(loginName(), 255) } };
}

function loginName(): string {
  try {
    return userInfo().username;
  } catch {
    // No entry in the system's list of users: a made-up one, always the same.
    return 'chudan';
  }
}
