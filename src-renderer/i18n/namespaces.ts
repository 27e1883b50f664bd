/** One file a namespace and language: locales/<language>/<namespace>.ts. zh-CN is the source of the keys. */
export const NAMESPACES = [
  'common',
  'board',
  'order',
  'printing',
  'printers',
  'slips',
  'shops',
  'connect',
  'files',
  'parcels',
  'cases',
  'onboarding',
  'settings',
  'errors',
  'codes',
] as const;
