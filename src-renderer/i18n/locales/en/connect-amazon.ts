import type { WithSingular } from '../../locale-shape.ts';
import type { connectAmazon as source } from '../zh-CN/connect-amazon.ts';

export const connectAmazon: WithSingular<typeof source> = {
  intro:
    'Through a private app of your own; its keys stay on this computer. Buyer messages and returns have no API: answer them in Seller Central.',
  how: {
    '1': 'You need a Professional plan. Sign in to Seller Central as the primary user',
    '2': 'Apps and Services → Develop Apps: register as a private developer and answer the security questions',
    '3': 'Tick the roles Inventory and Order Tracking, and Direct-to-Consumer Delivery (Restricted): without it there are no addresses',
    '4': 'Add an app client of type SP-API with the same roles; copy the client ID and the client secret',
    '5': 'Press Authorize app and copy the refresh token. It is shown once',
    '6': 'A draft works, never publish it. One region is one shop here',
  },
  field: {
    region: {
      label: 'Region',
      help: 'Where the account is. Connect each region on its own.',
      malformed: 'Choose a region',
      option: { NA: 'North America (US CA MX BR)', EU: 'Europe, Middle East, India', FE: 'Far East (JP AU SG)' },
    },
    'seller-id': {
      label: 'Seller ID (Merchant Token)',
      help: 'Seller Central → Settings → Account Info → Merchant Token',
      malformed: 'Capital letters and digits only, like A2EXAMPLE1234',
    },
    'client-id': {
      label: 'Client ID',
      help: 'Develop Apps → your app → LWA credentials',
      malformed: 'It starts with amzn1.application-oa2-client.',
    },
    'client-secret': {
      label: 'Client secret',
      help: 'In the same window. It must be rotated every 180 days; the old one works 7 days more.',
      malformed: 'It starts with amzn1.oa2-cs. and has no blanks',
    },
    'refresh-token': {
      label: 'Refresh token',
      help: 'Shown after Authorize app. Pressing again gives a new one; older ones go on working.',
      malformed: 'It starts with Atzr|',
    },
    'secret-issued-on': {
      label: 'Day the client secret was made',
      help: 'Amazon tells no program when it expires. With the day given, you are reminded in time.',
      malformed: 'That is no date',
    },
    'marketplace-ids': {
      label: 'Only these marketplaces',
      help: 'Left empty, all of the account. Several with commas, like ATVPDKIKX0DER.',
      malformed: 'Marketplace IDs are capitals and digits, with commas between',
    },
    'ship-from-name': { label: 'Sender', help: 'The name on the label', malformed: 'At most 30 characters' },
    'ship-from-phone': {
      label: 'Phone',
      help: 'With the country code, like +86 755 1234 5678',
      malformed: 'Digits, plus, blanks and dashes only',
    },
    'ship-from-email': {
      label: 'E-mail',
      help: 'Amazon wants it for labels',
      malformed: 'That is no e-mail address',
    },
    'ship-from-line1': { label: 'Street', help: 'In Latin letters', malformed: 'At most 60 characters' },
    'ship-from-line2': { label: 'Street, second line', help: 'May stay empty', malformed: 'At most 60 characters' },
    'ship-from-city': { label: 'City', help: 'In Latin letters, like Shenzhen', malformed: 'At most 30 characters' },
    'ship-from-state': {
      label: 'State or province',
      help: 'Like Guangdong or CA',
      malformed: 'At most 30 characters',
    },
    'ship-from-postcode': {
      label: 'Postcode',
      help: 'Of the address parcels leave from',
      malformed: 'At most 20 characters',
    },
    'ship-from-country': { label: 'Country', help: 'Two capitals, like CN or US', malformed: 'Two capital letters' },
    'label-format': {
      label: 'Label format',
      help: 'PDF suits every printer',
      malformed: 'Choose a format',
      option: { PDF: 'PDF', PNG: 'PNG picture', ZPL203: 'ZPL 203 dpi', ZPL300: 'ZPL 300 dpi' },
    },
    'login-url': { label: 'Sign-in address', help: 'For tests. Leave it.', malformed: 'It starts with https://' },
  },
  remedy: {
    'wrong-key': 'Client ID, secret and refresh token must come from one app. Copy them again.',
    'key-expired': 'Rotate the client secret in Develop Apps and enter it here.',
    'token-expired': 'Press Authorize app again in Develop Apps and enter the new refresh token here.',
    'missing-role': 'Tick this role for the app, authorize again and enter the new refresh token. Missing: {{detail}}',
    'region-mismatch': 'This account is not in the chosen region. Try another one.',
    'vendor-unknown': 'The account does not know this seller ID. Copy it again.',
  },
};
