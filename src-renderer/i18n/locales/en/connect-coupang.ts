import type { WithSingular } from '../../locale-shape.ts';
import type { connectCoupang as source } from '../zh-CN/connect-coupang.ts';

export const connectCoupang: WithSingular<typeof source> = {
  intro: 'The public IP of this computer must be on the list in WING, and again when it changes. Keys live 180 days.',
  how: {
    '1': 'Sign in to wing.coupang.com, at the top right → 추가판매정보 (additional sales information)',
    '2': 'OPEN API 키 → press API Key 발급 (issue a key), purpose: own development',
    '3': 'Enter the public IP of this computer, at most 10. If you do not know it, press Test here and it is told',
    '4': 'Copy 업체코드 (vendor code, starts with A), Access Key and Secret Key',
    '5': 'A new key or IP may take 30 minutes to work',
  },
  field: {
    'vendor-id': {
      label: 'Vendor ID (업체코드)',
      help: 'In the company information of WING: A and 8 digits',
      malformed: 'A and 8 digits, like A00012345',
    },
    'access-key': {
      label: 'Access Key',
      help: 'On the OPEN API page',
      malformed: 'No blanks or commas, at least 8 characters',
    },
    'secret-key': {
      label: 'Secret Key',
      help: 'On the same page. A renewal gives a new one; the old one dies.',
      malformed: 'No blanks or commas, at least 8 characters',
    },
    'wing-id': {
      label: 'WING login name',
      help: 'Coupang wants to know who cancels and replies',
      malformed: 'No blanks',
    },
    'key-issued-on': {
      label: 'Day the key was issued',
      help: 'Coupang tells no program when it ends. With the day given, you are reminded 30, 14 and 3 days before.',
      malformed: 'That is no date',
    },
  },
  remedy: {
    'wrong-key': 'Copy Access Key and Secret Key again. A fresh key needs up to 30 minutes.',
    'key-expired': 'Renew it in WING. That gives a new secret key: enter it here.',
    'ip-not-allowed': 'Add the IP of this computer on the OPEN API page of WING and wait 30 minutes.',
    'vendor-unknown': 'The vendor ID and the key do not belong together. Copy them again.',
  },
};
