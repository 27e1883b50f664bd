/** Which orders of a platform may travel in one parcel under one number of the seller's own. */
export interface MergeRule {
  /** Countries (ISO 3166-1 alpha-2) to which the platform wants each order in a shipment of its own. */
  readonly exceptTo: readonly string[];
}

/** Whether orders to this country ('' where it is not known) may share a parcel; a platform without a rule lets none. */
export function allowsMerge(rule: MergeRule | null, country: string): boolean {
  return rule !== null && !rule.exceptTo.includes(country);
}
