import { describe, expect, it } from 'vitest';
import { matchCommands, type PaletteCommand } from '../../../../src-renderer/features/board/match-commands.ts';

const command = (id: string, group: string, isPossible: boolean, note: string | null = null): PaletteCommand => ({
  id,
  group,
  text: id,
  note,
  icon: 'undo',
  keys: [],
  isPossible,
  run: () => undefined,
});

const commands = [
  command('Move to New', 'card', false, 'Only undo comes back here'),
  command('Print labels', 'card', true, 'Get labels and print'),
  command('Go to Print', 'places', false),
  command('Undo the last step', 'other', true),
];
const found = (query: string) => matchCommands(commands, query).map(({ id }) => id);

describe('the palette', () => {
  it('does not look through the reasons of what is impossible', () => {
    expect(found('undo')).toEqual(['Undo the last step']);
  });

  it('looks through what a command would do', () => {
    expect(found('get labels')).toEqual(['Print labels']);
  });

  it('puts the impossible last of all once something is typed', () => {
    expect(found('o')).toEqual(['Undo the last step', 'Move to New', 'Go to Print']);
  });

  it('keeps its groups while nothing is typed', () => {
    expect(found(' ')).toEqual(['Print labels', 'Move to New', 'Go to Print', 'Undo the last step']);
  });
});
