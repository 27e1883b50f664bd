/** The platforms a shop can be on. */
export const PLATFORMS = ['amazon', 'ozon', 'coupang', 'aliexpress', 'taobao'] as const;
export type PlatformId = (typeof PLATFORMS)[number];
