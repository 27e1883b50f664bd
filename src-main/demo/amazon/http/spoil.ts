const strangers: Record<string, unknown> = {
  fulfillmentStatus: 'AWAITING_TELEPORT',
  fulfillmentServiceLevel: 'YESTERDAY',
  detailedStatus: 'IN_SUPERPOSITION',
  processingStatus: 'CONTEMPLATING',
};

/** Words that no list of the documents holds, wherever an answer has one of these fields. Never changes the value itself. */
export function withUnknownValues(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withUnknownValues);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, inner]: [string, unknown]): [string, unknown] => {
    if (key === 'programs' && Array.isArray(inner)) return [key, ['MOON_DELIVERY', ...(inner as unknown[])]];
    return [key, typeof inner === 'string' && key in strangers ? strangers[key] : withUnknownValues(inner)];
  });
  return Object.fromEntries(entries);
}
