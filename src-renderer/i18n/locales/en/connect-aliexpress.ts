import type { WithSingular } from '../../locale-shape.ts';
import type { connectAliexpress as source } from '../zh-CN/connect-aliexpress.ts';

export const connectAliexpress: WithSingular<typeof source> = {
  intro:
    'Through a self-developed app of your own, let in once in the browser. Its permissions are reviewed by hand, 2 to 5 working days.',
  how: {
    '1': 'Open openservice.aliexpress.com and register as a developer (mainland or Hong Kong company)',
    '2': 'Create an app of the type seller in-house. It cannot be changed later',
    '3': 'Ask for the permissions Order & Transaction, Logistics, Return & Refund, Evaluate',
    '4': 'Enter a callback URL, exactly the same as here. Leave the IP list off',
    '5': 'Copy the App Key and the App Secret, then press the button below',
    '6': 'The browser is sent to the callback URL. It need not open: copy the whole address back here. It works once, within 30 minutes',
  },
  field: {
    'app-key': { label: 'App Key', help: 'Console → app → overview, a number', malformed: 'Digits only' },
    'app-secret': {
      label: 'App Secret',
      help: 'On the same page, press Show',
      malformed: 'No blanks, at least 8 characters',
    },
    'redirect-url': {
      label: 'Callback URL',
      help: 'Exactly as it stands in the console',
      malformed: 'It looks like https://example.com/callback',
    },
    'authorisation-code': {
      label: 'Authorisation code',
      help: 'The whole address the browser ends at, or what follows code= in it',
      malformed: 'No code= in that address. Copy it again',
    },
    'pickup-type': {
      label: 'How parcels are handed in',
      help: 'For online shipping',
      malformed: 'Choose one',
      option: {
        SELF_POST: 'Posted to the warehouse',
        SELF_SEND: 'Brought to the warehouse',
        DOOR_PICKUP: 'Picked up at the door',
      },
    },
    'declared-name-cn': {
      label: 'Chinese name for customs',
      help: 'Orders have English titles only; customs want a Chinese name',
      malformed: '1 to 20 characters',
    },
    'declared-usd': {
      label: 'Declared value of a piece (USD)',
      help: "Left empty, the order's price is used",
      malformed: 'Like 5 or 5.50',
    },
    'sender-address-id': {
      label: 'Sender address ID',
      help: 'Left empty, the default one of the platform',
      malformed: 'Digits only',
    },
    'pickup-address-id': {
      label: 'Pickup address ID',
      help: 'Left empty, the default one of the platform',
      malformed: 'Digits only',
    },
    'refund-address-id': {
      label: 'Return address ID',
      help: 'Left empty, the default one of the platform',
      malformed: 'Digits only',
    },
    undeliverable: {
      label: 'If it cannot be delivered',
      help: 'When a parcel fails at the domestic warehouse',
      malformed: 'Choose one',
      option: { return: 'Send back', destroy: 'Destroy' },
    },
    'contains-battery': {
      label: 'Goods hold a battery',
      help: 'For customs and the choice of a service',
      malformed: 'Choose one',
      option: { no: 'No', yes: 'Yes' },
    },
  },
  remedy: {
    'wrong-key': 'App Key and App Secret must come from one app. Copy them again.',
    'missing-role': 'Ask for this permission in the console; once granted, authorise again. Missing: {{detail}}',
    'ip-not-allowed': "Switch the app's IP list off in the console, or add this IP.",
    'token-expired': 'Authorise once more and enter the new code here.',
    'code-invalid': 'The code was used already, or is older than 30 minutes. Authorise once more.',
  },
};
