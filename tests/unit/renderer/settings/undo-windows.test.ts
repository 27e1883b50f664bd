import { describe, expect, it } from 'vitest';
import { preferencesSchema } from '../../../../src-main/contract/methods/app.ts';
import { undoWindows } from '../../../../src-renderer/features/settings/undo-windows.ts';

describe('undoWindows', () => {
  it('offers only what the contract takes, ascending, with the set one among them', () => {
    for (const current of [7_000, 10_000, 0, 60_000]) {
      const offered = undoWindows(current);
      expect(offered).toContain(current);
      expect(offered).toEqual([...offered].sort((left, right) => left - right));
      expect(new Set(offered).size).toBe(offered.length);
      for (const undoWindowMs of offered)
        expect(preferencesSchema.partial().safeParse({ undoWindowMs }).success).toBe(true);
    }
  });
});
