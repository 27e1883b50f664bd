import { type AfterSalePage, type OddOrder, PlatformFault } from '../../../app/ports/platform-connector.ts';
import type { AfterSale } from '../../../core/case/after-sale.ts';
import { type JsonNode, writeJson } from '../shared/json.ts';

/** A case costs a detail call each, so a page brings so many at most. */
const CASES_A_PAGE = 20;

/** The cases of one page while it is being read. */
export class CaseBatch {
  readonly cases: AfterSalePage['cases'][number][] = [];
  readonly odd: OddOrder[] = [];

  /** False when the rest is for the next page. */
  get hasRoom(): boolean {
    return this.cases.length + this.odd.length < CASES_A_PAGE;
  }

  add(afterSale: AfterSale, node: JsonNode, warnings: readonly string[] = []): void {
    this.cases.push({ afterSale, raw: writeJson(node), warnings });
  }

  addOdd(remoteId: string | null, node: JsonNode, reason: string): void {
    this.odd.push({ remoteId, raw: writeJson(node), reason });
  }

  /**
   * Runs `work` on each item while there is room; true when all are through. When the platform fails halfway, what was
   * read stays. Throws PlatformFault when nothing could be read.
   */
  async each<Item>(items: readonly Item[], work: (item: Item) => Promise<void>): Promise<boolean> {
    for (const item of items) {
      if (!this.hasRoom) return false;
      try {
        await work(item);
      } catch (error) {
        const isEmpty = this.cases.length === 0 && this.odd.length === 0;
        if (!(error instanceof PlatformFault) || isEmpty) throw error;
        return false;
      }
    }
    return true;
  }
}
