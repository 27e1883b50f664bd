import type { AppDeps } from '../deps.ts';
import { feesView, ratesView, saveFees, saveRates } from '../stock/money-settings.ts';
import {
  adoptAll,
  countProduct,
  mapArticle,
  moveProduct,
  removeProduct,
  saveProduct,
  setPicture,
  type StockChange,
} from '../stock/stock-commands.ts';
import { movesView, stockList, stockRow, unmappedView } from '../stock/stock-views.ts';
import type { StockWatch } from '../stock/stock-watch.ts';
import { DONE, type HandlersOf } from './handler-table.ts';

/** The shelf: products, what lies there and who claims it, what a piece costs and what platforms keep. */
export function stockHandlers(deps: AppDeps, stock: StockWatch): HandlersOf<'stock'> {
  const done = async (): Promise<typeof DONE> => {
    deps.events.emit('stock.changed', { revision: await deps.store.read.revision() });
    return DONE;
  };
  const lookAgain = async ({ orders }: StockChange): Promise<typeof DONE> => {
    await stock.lookAgainAt(orders);
    return done();
  };
  return {
    'stock.list': (input) => stockList(deps, input),
    'stock.get': async ({ sku }) => ({ row: await stockRow(deps, sku) }),
    'stock.unmapped': () => unmappedView(deps),
    'stock.save': async (product) => lookAgain(await saveProduct(deps, product)),
    'stock.setPicture': async (input) => lookAgain(await setPicture(deps, input)),
    'stock.remove': async ({ sku }) => lookAgain(await removeProduct(deps, sku)),
    'stock.count': async (input) => {
      await countProduct(deps, input);
      await stock.piecesChanged(input.sku);
      return done();
    },
    'stock.move': async (input) => {
      await moveProduct(deps, input);
      await stock.piecesChanged(input.sku);
      return done();
    },
    'stock.moves': ({ sku }) => movesView(deps, sku),
    'stock.map': async (input) => lookAgain(await mapArticle(deps, input)),
    'stock.adoptAll': async () => {
      const count = await adoptAll(deps);
      await done();
      return { count };
    },
    ...moneyHandlers(deps, stock, done),
  };
}

type MoneyMethod = 'stock.rates' | 'stock.saveRates' | 'stock.fees' | 'stock.saveFees';

function moneyHandlers(
  deps: AppDeps,
  stock: StockWatch,
  done: () => Promise<typeof DONE>,
): Pick<HandlersOf<'stock'>, MoneyMethod> {
  return {
    'stock.rates': () => ratesView(deps),
    'stock.saveRates': async (rates) => {
      await saveRates(deps, rates);
      // A floor price is compared in the currency of the order.
      await stock.lookAgainAt(await deps.store.read.deskOrdersWithFloor());
      return done();
    },
    'stock.fees': () => feesView(deps),
    'stock.saveFees': async (input) => {
      await saveFees(deps, input);
      return done();
    },
  };
}
