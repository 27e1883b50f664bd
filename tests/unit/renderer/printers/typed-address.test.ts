import { describe, expect, it } from 'vitest';
import { typedAddress, type TypedAddress } from '../../../../src-renderer/features/printers/typed-address.ts';

const TYPED: TypedAddress = { kind: 'tcp', host: ' 192.168.1.50 ', port: '9100', path: '', baudRate: '115200' };

describe('a typed address', () => {
  it('is trimmed and numbered', () => {
    expect(typedAddress(TYPED)).toEqual({ kind: 'tcp', host: '192.168.1.50', port: 9100 });
    expect(typedAddress({ ...TYPED, kind: 'serial', path: 'COM3' })).toEqual({
      kind: 'serial',
      path: 'COM3',
      baudRate: 115_200,
    });
    expect(typedAddress({ ...TYPED, kind: 'folder', path: ' C:\\labels ' })).toEqual({
      kind: 'folder',
      path: 'C:\\labels',
    });
  });

  it.each([
    { host: '' },
    { host: 'two words' },
    { port: '' },
    { port: '0' },
    { port: '65536' },
    { port: '91 00' },
    { port: '9100.5' },
    { kind: 'serial', path: 'COM3', baudRate: '9' },
    { kind: 'serial', path: ' ' },
    { kind: 'folder', path: '' },
  ] as const)('is refused: %j', (part) => {
    expect(typedAddress({ ...TYPED, ...part })).toBeNull();
  });
});
