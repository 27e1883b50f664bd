import type { WithSingular } from '../../locale-shape.ts';
import type { errors as source } from '../zh-CN/errors.ts';

export const errors: WithSingular<typeof source> = {
  'bad-input': 'Something entered is not right. Change it and try again',
  'unknown-method': 'Window and program differ. Restart Chudan',
  'forbidden-sender': 'This window has no right to do that. Restart Chudan',
  'not-ready': 'The data is still opening. Wait a few seconds',
  'not-found': 'Not found. It may have been removed',
  refused: 'This step cannot be done now',
  internal: 'An internal error. No data was changed',
  'store-locked': 'The data is locked. Enter the passphrase first',
  'wrong-passphrase': 'Wrong passphrase. Enter it again',
  'passphrase-too-short': 'Too short: use at least 8 characters',
  'label-unreadable': 'No label can be read from this file. Use a PDF, a picture or ZPL',
  'file-too-large': 'The file is too large. 25 MB at most',
  'printer-missing': 'No printer yet. Add one first',
  'already-running': 'Already under way. Wait for it to end',
  'platform-unavailable': 'The platform does not answer. Try again later',
  'already-left': 'It has left already and cannot be taken back',
  'file-unreadable': 'The file cannot be read. Use another one or export it again',
  'name-taken': 'That name is taken',
  'too-many': 'There are too many already',
};
