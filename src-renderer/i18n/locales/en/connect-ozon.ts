import type { WithSingular } from '../../locale-shape.ts';
import type { connectOzon as source } from '../zh-CN/connect-ozon.ts';

export const connectOzon: WithSingular<typeof source> = {
  intro: 'Two things, both on one page of the seller centre.',
  how: {
    '1': 'Open seller.ozon.ru, go to Settings → Seller API',
    '2': 'Press "Generate key", role Admin, any name',
    '3': 'Paste the Client ID and the key here',
  },
  field: {
    'client-id': {
      label: 'Client ID',
      help: 'seller.ozon.ru → Settings → Seller API, a number',
      malformed: 'A Client ID has digits only',
    },
    'api-key': {
      label: 'API key',
      help: 'Same page, "Generate key", role Admin. It is shown once: copy it there and then.',
      malformed: 'A key has 36 characters, like 1234abcd-…',
    },
    'label-size': {
      label: 'Label size',
      help: "Ozon's label: large is 75×120, small is 58×40",
      malformed: 'Choose a size',
      option: { big: 'Large', small: 'Small' },
    },
    'stock-warehouse-id': {
      label: 'Warehouse ID for stock',
      help: 'Left empty, the only warehouse is used',
      malformed: 'Digits only',
    },
  },
  remedy: {
    'wrong-key': 'Client ID and API key must come from the same shop. Copy both again.',
    'missing-role': 'Make a new key with the role Admin. Missing: {{detail}}',
  },
};
