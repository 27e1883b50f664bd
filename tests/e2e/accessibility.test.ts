import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import type { TestApp } from './support/app.ts';
import { dress, THEMES, type Theme } from './support/looks.ts';
import { walkShopScreens } from './support/walk-shops.ts';
import { walkScreens, type Look } from './support/walk.ts';

test('no screen has a fault that axe can see, light or dark', async () => {
  test.setTimeout(240_000);
  await walkScreens(withoutFaults);
});

test('nor has any screen that five shops bring', async () => {
  test.setTimeout(240_000);
  await walkShopScreens(withoutFaults);
});

const withoutFaults: Look = async (app, screen) => {
  for (const theme of THEMES) {
    await dress(app, 'en', theme);
    expect.soft(await faultsOf(app, rulesFor(screen, theme)), `${screen}, ${theme}`).toEqual([]);
  }
};

type Rules = 'all' | 'only-colours' | 'all-but-colours' | 'none';

/** The theme changes nothing but colours; and while a card is carried, what cannot take it is dimmed on purpose. */
function rulesFor(screen: string, theme: Theme): Rules {
  if (screen === 'board-again') return 'none';
  if (screen === 'board-drag') return theme === 'light' ? 'all-but-colours' : 'none';
  return theme === 'light' ? 'all' : 'only-colours';
}

/** One line a fault: rule, element, why. */
async function faultsOf(app: TestApp, rules: Rules): Promise<string[]> {
  if (rules === 'none') return [];
  // The other mode opens a page of its own, which Electron does not offer.
  const axe = new AxeBuilder({ page: app.page }).setLegacyMode(true);
  if (rules === 'only-colours') axe.withRules(['color-contrast']);
  if (rules === 'all-but-colours') axe.disableRules(['color-contrast']);
  const { violations } = await axe.analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.target.join(' ')}: ${reasonOf(node.failureSummary)}`),
  );
}

/** What axe says under its heading line. */
function reasonOf(summary: string | undefined): string {
  return (summary ?? '').split('\n').slice(1).join(' ').trim();
}
