/** Parcels by when they left, for what went out today. */
export const TODAY_INDEXES = `
CREATE INDEX parcel_handed_over ON parcel (handed_over_at_ms) WHERE handed_over_at_ms IS NOT NULL;
`;
