import { describe, expect, it } from 'vitest';
import { autostartEntry, autostartFile } from '../../../src-main/hosts/electron/autostart-entry.ts';

describe('starting with the session on Linux', () => {
  it('is a file where the desktop looks for it', () => {
    expect(autostartFile(undefined, '/home/li')).toBe('/home/li/.config/autostart/chudan.desktop');
    expect(autostartFile('/home/li/settings', '/home/li')).toBe('/home/li/settings/autostart/chudan.desktop');
    expect(autostartFile('', '/home/li')).toBe('/home/li/.config/autostart/chudan.desktop');
    expect(autostartFile('settings', '/home/li')).toBe('/home/li/.config/autostart/chudan.desktop');
  });

  it('runs the program hidden', () => {
    expect(autostartEntry(['/opt/出单 app/chudan', '--hidden']).split('\n')).toEqual([
      '[Desktop Entry]',
      'Type=Application',
      'Name=出单',
      'Exec="/opt/出单 app/chudan" "--hidden"',
      'Terminal=false',
      'X-GNOME-Autostart-enabled=true',
      '',
    ]);
  });

  it.each([
    ['a quote', '/a"b', '"/a\\\\"b"'],
    ['a dollar', '/$HOME', '"/\\\\$HOME"'],
    ['a backtick', '/`id`', '"/\\\\`id\\\\`"'],
    ['a backslash', '/a\\b', '"/a\\\\\\\\b"'],
    ['a percent sign', '/100%', '"/100%%"'],
  ])('escapes %s', (_name, program, expected) => {
    expect(autostartEntry([program])).toContain(`\nExec=${expected}\n`);
  });
});
