import type { IconName } from '../../ui/icon-paths.ts';

export interface PaletteCommand {
  readonly id: string;
  readonly group: string;
  readonly text: string;
  /** Said beside it: what it would do, or why it cannot be done. */
  readonly note: string | null;
  readonly icon: IconName;
  readonly keys: readonly string[];
  readonly isPossible: boolean;
  /** One of many of its kind: shown only when its words are typed. */
  readonly isQuiet?: boolean;
  readonly run: () => void;
}

/** Makes commands of one group that can always be run and need no word beside them. */
export const commandsOf =
  (group: string) =>
  (id: string, text: string, icon: IconName, keys: readonly string[], run: () => void): PaletteCommand => ({
    id,
    group,
    text,
    note: null,
    icon,
    keys,
    isPossible: true,
    run,
  });

/**
 * The commands whose words hold every word typed; impossible ones last in their group, or last of all once something is
 * typed, since Enter does the first. Why a command is impossible is not looked through: it speaks of other commands.
 */
export function matchCommands(commands: readonly PaletteCommand[], query: string): readonly PaletteCommand[] {
  const words = query
    .trim()
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  const matching = commands.filter((command) => {
    if (words.length === 0) return command.isQuiet !== true;
    const note = command.isPossible ? (command.note ?? '') : '';
    const text = `${command.text} ${note} ${command.keys.join('')}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
  const groups = [...new Set(matching.map((command) => command.group))];
  const step = words.length === 0 ? 0.5 : groups.length;
  const rank = (command: PaletteCommand) => groups.indexOf(command.group) + (command.isPossible ? 0 : step);
  return matching.toSorted((left, right) => rank(left) - rank(right));
}
