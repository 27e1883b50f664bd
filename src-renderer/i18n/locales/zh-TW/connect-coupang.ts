import type { SameKeys } from '../../locale-shape.ts';
import type { connectCoupang as source } from '../zh-CN/connect-coupang.ts';

export const connectCoupang: SameKeys<typeof source> = {
  intro: '要把這台電腦的公網 IP 登記到 WING；寬頻換了 IP 要再登記。金鑰 180 天一換。',
  how: {
    '1': '登入 wing.coupang.com，右上角 → 추가판매정보（補充銷售資訊）',
    '2': 'OPEN API 키 → 按 API Key 발급（發金鑰），用途選“自己開發”',
    '3': 'IP 一欄填這台電腦的公網 IP，最多 10 個。不知道就先試一下，這裡會告訴你',
    '4': '抄下 업체코드（供應商代碼，A 開頭）、Access Key、Secret Key',
    '5': '新金鑰和新 IP 最多要等 30 分鐘才能用',
  },
  field: {
    'vendor-id': {
      label: '供應商代碼（업체코드）',
      help: 'WING 右上角的公司資訊裡，A 加 8 位數字',
      malformed: 'A 加 8 位數字，像 A00012345',
    },
    'access-key': { label: 'Access Key', help: 'OPEN API 那一頁', malformed: '沒有空格和逗號，至少 8 位' },
    'secret-key': {
      label: 'Secret Key',
      help: '同一頁。續期會得到新的，舊的作廢。',
      malformed: '沒有空格和逗號，至少 8 位',
    },
    'wing-id': { label: 'WING 登入名', help: '取消和回覆詢問時，酷澎要寫是誰做的', malformed: '沒有空格' },
    'key-issued-on': {
      label: '金鑰是哪天發的',
      help: '酷澎不告訴程式哪天到期。填了，到期前 30、14、3 天提醒。',
      malformed: '日期不對',
    },
  },
  remedy: {
    'wrong-key': 'Access Key 和 Secret Key 再抄一次。剛發的金鑰要等 30 分鐘。',
    'key-expired': '在 WING 續期，會得到新的 Secret Key，填到這裡。',
    'ip-not-allowed': '把這台電腦的 IP 加進 WING 的 OPEN API 那一頁，等 30 分鐘。',
    'vendor-unknown': '供應商代碼和金鑰不是一家的，再抄一次。',
  },
};
