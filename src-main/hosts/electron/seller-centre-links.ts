/** Hosts of the seller centres that deep links may lead to; a link from anywhere else is not opened. */
const HOSTS = [
  'seller.ozon.ru',
  'sellercentral.amazon.com',
  'wing.coupang.com',
  'gsp.aliexpress.com',
  'myseller.taobao.com',
] as const;

/** True for an https link into a seller centre we know. */
export function isSellerCentreLink(link: string): boolean {
  const url = URL.parse(link);
  return url !== null && url.protocol === 'https:' && url.port === '' && HOSTS.some((host) => url.hostname === host);
}
