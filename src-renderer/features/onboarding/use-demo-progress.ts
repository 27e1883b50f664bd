import { useQuery } from '../../stores/use-query.ts';
import { demoStepsDone, type DemoStep } from './demo-progress.ts';

/** Watches the demo come up. */
export function useDemoProgress(): Readonly<Record<DemoStep, boolean>> {
  const shops = useQuery('shops.list', {}, ['shops.changed', 'app.changed']).value;
  const summary = useQuery('board.summary', {}, ['orders.changed', 'app.changed']).value;
  const printers = useQuery('printers.list', {}, ['printers.changed', 'app.changed']).value;
  return demoStepsDone(shops, summary, printers);
}
