import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import type { TestApp } from './support/app.ts';
import { dress, THEMES } from './support/looks.ts';
import { walkScreens } from './support/walk.ts';

test('no screen has a fault that axe can see, light or dark', async () => {
  test.setTimeout(240_000);
  await walkScreens(async (app, screen) => {
    for (const theme of THEMES) {
      await dress(app, 'en', theme);
      expect.soft(await faultsOf(app), `${screen}, ${theme}`).toEqual([]);
    }
  });
});

/** One line a fault: rule, element, why. */
async function faultsOf(app: TestApp): Promise<string[]> {
  // The other mode opens a page of its own, which Electron does not offer.
  const { violations } = await new AxeBuilder({ page: app.page }).setLegacyMode(true).analyze();
  return violations.flatMap((violation) =>
    violation.nodes.map((node) => `${violation.id}: ${node.target.join(' ')} — ${node.failureSummary?.split('\n').slice(1).join(' ').trim() ?? ''}`),
  );
}
