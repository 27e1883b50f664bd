import { z } from 'zod';
import { PlatformFault } from '../../../app/ports/platform-connector.ts';
import type { ConnectorContext } from './context.ts';
import { isDenied, orThrow } from './errors.ts';
import { readKept } from './kept.ts';
import { marketplaceById } from './marketplaces.ts';
import { parseParticipations } from './parse-participations.ts';
import { searchOrders } from './search.ts';

const DAY_MS = 24 * 3_600_000;
const PAGE = 'marketplaces';

/** Which marketplaces the account takes part in, and which of them the order operations refuse. */
const keptSchema = z.object({
  askedAtMs: z.number(),
  ids: z.array(z.string()),
  denied: z.array(z.string()),
  deniedAtMs: z.number(),
  /** Marketplaces that are still to be tried one by one; null when nothing is in doubt. */
  doubtful: z.array(z.string()).nullable(),
});
type Kept = z.infer<typeof keptSchema>;

const missingRole = () => new PlatformFault({ kind: 'needs-login', code: 'missing-role' });

/** The marketplaces to ask for, without those that were refused in the last day. Throws PlatformFault. */
export async function openMarketplaces(
  context: ConnectorContext,
): Promise<{ readonly ids: readonly string[]; readonly denied: readonly string[] }> {
  const kept = await settled(context, await wanted(context));
  const ids = kept.ids.filter((id) => !kept.denied.includes(id));
  if (ids.length === 0) throw missingRole();
  return { ids, denied: kept.denied };
}

/**
 * To be called when a search was refused with 403: some sellers get it for one marketplace where the others work. Tries
 * them one by one, over several calls where the bucket is empty. Throws PlatformFault.
 */
export async function findDenied(context: ConnectorContext): Promise<void> {
  const kept = await wanted(context);
  const ids = kept.ids.filter((id) => !kept.denied.includes(id));
  if (ids.length < 2) throw missingRole();
  await settled(context, { ...kept, doubtful: ids });
}

async function wanted(context: ConnectorContext): Promise<Kept> {
  const nowMs = context.clock.nowMs();
  const found = await readKept(context.notebook, PAGE, keptSchema);
  const fresh: Kept = { askedAtMs: nowMs, ids: [], denied: [], deniedAtMs: 0, doubtful: null };
  const isOld = found === null || (found.doubtful === null && Math.abs(nowMs - found.deniedAtMs) > DAY_MS);
  const known = isOld ? { ...fresh, ids: found?.ids ?? [], askedAtMs: found?.askedAtMs ?? 0 } : found;
  const { marketplaceIds } = context.settings;
  if (marketplaceIds.length > 0) return { ...known, ids: [...marketplaceIds] };
  if (known.ids.length > 0 && Math.abs(nowMs - known.askedAtMs) < DAY_MS) return known;
  const answer = await context.proxy.call('getMarketplaceParticipations', { isBackground: true });
  if (!answer.ok && known.ids.length > 0) return known;
  const participations = parseParticipations(orThrow(answer).body);
  const ids = participations
    .filter((one) => one.isParticipating && marketplaceById(one.id) !== null)
    .map((one) => one.id);
  const kept = { ...known, ids, askedAtMs: nowMs };
  await context.notebook.write(PAGE, JSON.stringify(kept));
  return kept;
}

/** Tries the doubtful ones; what was found out is kept, so that an empty bucket only makes it take longer. */
async function settled(context: ConnectorContext, before: Kept): Promise<Kept> {
  let kept = before;
  const nowMs = context.clock.nowMs();
  while (kept.doubtful !== null) {
    const [id, ...rest] = kept.doubtful;
    if (id !== undefined) {
      await context.notebook.write(PAGE, JSON.stringify(kept));
      const search = {
        afterMs: context.proxy.nowMs() - DAY_MS,
        statuses: null,
        marketplaceIds: [id],
        hasFulfillment: false,
      };
      const page = await searchOrders(context, search, null, 'CANCELLATION');
      const isRefused = !page.ok && isDenied(page.fault);
      if (!isRefused) orThrow(page);
      if (isRefused) kept = { ...kept, denied: [...kept.denied, id], deniedAtMs: nowMs };
    }
    kept = { ...kept, doubtful: rest.length === 0 ? null : rest };
  }
  if (before.doubtful === null) return kept;
  // When all are refused it is the app or the day, not a marketplace: nothing is held against any of them.
  const isNone = kept.ids.every((id) => kept.denied.includes(id));
  await context.notebook.write(PAGE, JSON.stringify(isNone ? { ...kept, denied: [] } : kept));
  if (isNone) throw missingRole();
  return kept;
}
