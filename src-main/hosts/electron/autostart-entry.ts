import path from 'node:path';

const FOLDER = 'autostart';
const NAME = 'chudan.desktop';

/** Where a Linux desktop looks for what to start with the session (Desktop Application Autostart Specification 0.5). */
export function autostartFile(xdgConfigHome: string | undefined, home: string): string {
  // The base directory specification: a relative path is to be ignored.
  const base =
    xdgConfigHome !== undefined && path.isAbsolute(xdgConfigHome) ? xdgConfigHome : path.join(home, '.config');
  return path.join(base, FOLDER, NAME);
}

/** The file's text: a desktop entry that runs the command (Desktop Entry Specification 1.5). */
export function autostartEntry(command: readonly string[]): string {
  return [
    '[Desktop Entry]',
    'Type=Application',
    'Name=出单',
    `Exec=${command.map(execArgument).join(' ')}`,
    'Terminal=false',
    'X-GNOME-Autostart-enabled=true',
    '',
  ].join('\n');
}

/**
 * An argument of the Exec key: quoted, with the four characters that mean something within quotes escaped, percent signs
 * doubled, and all of that once more for a value of type string, in which a backslash is written twice.
 */
function execArgument(argument: string): string {
  const quoted = `"${argument.replaceAll(/["`$\\]/g, (sign) => `\\${sign}`)}"`;
  return quoted.replaceAll('%', '%%').replaceAll('\\', '\\\\');
}
