/** Lines of online shipping whose name without its ending is not the key under which the same line is declared. */
const OTHER_KEYS: Readonly<Record<string, string>> = {
  // One key for all ePacket countries, in spite of its ending (listlogisticsservice).
  ZHONG_YOU_EUB: 'EMS_ZX_ZX_US',
  YANWENJYT: 'YANWEN_JYT',
};

/**
 * The declare key (service_name) of a line of online shipping: CAINIAO_STANDARD_TS_12350032, CPAM_WLB_CPAMSZ and
 * ZHONG_YOU_EUB_ONLINE end in what names a warehouse or a contract.
 */
export function declareKeyOf(solutionId: string): string {
  const base = solutionId.replace(/_WLB_.*$|_ONLINE.*$/, '').replace(/(_TS)?_\d{4,}$/, '');
  return Object.hasOwn(OTHER_KEYS, base) ? (OTHER_KEYS[base] ?? base) : base;
}
