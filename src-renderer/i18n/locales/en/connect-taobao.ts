import type { WithSingular } from '../../locale-shape.ts';
import type { connectTaobao as source } from '../zh-CN/connect-taobao.ts';

export const connectTaobao: WithSingular<typeof source> = {
  intro:
    'The order API is closed to most desktop sellers. It works with a self-use app that holds the order permission; without one, use files.',
  how: {
    '1': 'Open the console of open.taobao.com; you need an app of the kind self-use or seller back office',
    '2': 'The app must hold the order permission. Without it press "By files": labels work all the same',
    '3': 'Copy the App Key and the App Secret. Leave the IP list off',
    '4': 'Enter the callback URL, press the button below and copy the address you end at; or enter a session key you have',
  },
  field: {
    'app-key': { label: 'App Key', help: 'Console → app → certificate, a number', malformed: 'Digits only' },
    'app-secret': { label: 'App Secret', help: 'On the same page', malformed: 'No blanks, at least 16 characters' },
    'redirect-url': {
      label: 'Callback URL',
      help: 'Exactly as in the console. Not needed with a session key',
      malformed: 'It starts with http:// or https://',
    },
    'authorisation-code': {
      label: 'Authorisation code',
      help: 'The whole address the browser ends at, or what follows code= in it',
      malformed: 'No code= in that address. Copy it again',
    },
    'session-key': {
      label: 'Session key',
      help: 'Either this or the code. It mostly lasts a year, then authorise again',
      malformed: 'No blanks, at least 20 characters',
    },
    'sender-name': { label: 'Sender', help: 'Printed on the Cainiao waybill', malformed: 'At most 40 characters' },
    'sender-mobile': {
      label: "Sender's phone",
      help: 'Printed on the Cainiao waybill',
      malformed: 'Digits, plus and dashes only',
    },
    'waybill-carrier': {
      label: 'Carrier code',
      help: 'Like YTO or ZTO. Left empty, the first one you have',
      malformed: 'Letters, digits and dashes only',
    },
    'waybill-branch': {
      label: 'Branch code',
      help: 'Left empty, the first branch',
      malformed: 'Letters, digits and dashes only',
    },
    'waybill-template': {
      label: 'Waybill layout',
      help: 'A standard layout of Cainiao',
      malformed: 'Choose one',
      option: {
        standard: 'Standard',
        triple: 'Three parts',
        'portable-triple': 'Three parts, portable',
        single: 'One part',
      },
    },
    'sign-method': {
      label: 'Signature',
      help: 'For tests. Leave it.',
      malformed: 'Choose one',
      option: { 'hmac-sha256': 'HMAC-SHA256', hmac: 'HMAC-MD5', md5: 'MD5' },
    },
  },
  remedy: {
    'wrong-key': 'App Key and App Secret must come from one app. Copy them again.',
    'missing-role': 'The app lacks this permission. If it cannot be had, use "By files". Missing: {{detail}}',
    'ip-not-allowed': "Switch the app's IP list off in the console, or add this IP.",
    'token-expired': 'Authorise once more and enter the new code or session key.',
    'code-invalid': 'The code was used or has expired. Authorise once more.',
    'subscription-missing': 'The app lacks the billed base API. If it cannot be had, use "By files".',
  },
};
