import { datasets, type Dataset } from '../answers/order-view.ts';
import { listParameter, type Call } from '../operation.ts';
import { invalidInput } from '../refusal.ts';

/** The datasets that were asked for; throws the platform's 400 for one that does not exist, or that a fault refuses. */
export function readIncluded(call: Call): ReadonlySet<Dataset> {
  const parts = listParameter(call, 'includedData', datasets.length) ?? [];
  const wanted = parts.map((part) => {
    const dataset = datasets.find((candidate) => candidate === part);
    if (dataset === undefined) throw invalidInput(`includedData has the unknown value ${part}.`);
    return dataset;
  });
  if (wanted.includes('FULFILLMENT') && call.fault('fulfillment-refused') !== undefined) {
    throw invalidInput('includedData is invalid.');
  }
  return new Set(wanted);
}
