import type { SameKeys } from '../../locale-shape.ts';
import type { connectTaobao as source } from '../zh-CN/connect-taobao.ts';

export const connectTaobao: SameKeys<typeof source> = {
  intro: '訂單介面不對多數桌面賣家開放。有自用應用和“訂單資訊查詢”許可權包才接得上，沒有就走檔案。',
  how: {
    '1': '開啟 open.taobao.com 控制台，要有“自用型”或“商家後台”應用',
    '2': '應用要有“訂單資訊查詢”許可權包。沒有就按“用檔案接”，一樣能打單',
    '3': '抄下 App Key 和 App Secret。IP 白名單別開',
    '4': '填回撥地址，按下面的按鈕去授權，把跳到的網址複製回來；已經有 Session Key 就直接填',
  },
  field: {
    'app-key': { label: 'App Key', help: '控制台 → 應用 → 應用證書，一串數字', malformed: '只有數字' },
    'app-secret': { label: 'App Secret', help: '同一頁', malformed: '沒有空格，至少 16 位' },
    'redirect-url': {
      label: '回撥地址',
      help: '和控制台裡填的一模一樣。填了 Session Key 就不用',
      malformed: '要以 http:// 或 https:// 開頭',
    },
    'authorisation-code': {
      label: '授權碼',
      help: '授權後瀏覽器裡的整個網址，或裡面 code= 後面那一段',
      malformed: '網址裡沒看到 code=，再複製一次',
    },
    'session-key': {
      label: 'Session Key',
      help: '授權碼和它只填一個。一般用一年，到期再授權',
      malformed: '沒有空格，至少 20 位',
    },
    'sender-name': { label: '寄件人', help: '印在菜鳥面單上', malformed: '最多 40 個字' },
    'sender-mobile': { label: '寄件手機', help: '印在菜鳥面單上', malformed: '只有數字、加號和橫線' },
    'waybill-carrier': {
      label: '快遞公司代碼',
      help: '像 YTO、ZTO。空著就用開通的第一家',
      malformed: '只有字母、數字和橫線',
    },
    'waybill-branch': { label: '網點代碼', help: '空著就用第一個網點', malformed: '只有字母、數字和橫線' },
    'waybill-template': {
      label: '面單樣式',
      help: '菜鳥的標準模板',
      malformed: '選一種',
      option: { standard: '標準兩聯', triple: '三聯', 'portable-triple': '便攜三聯', single: '一聯' },
    },
    'sign-method': {
      label: '簽名演算法',
      help: '測試用。平時不改。',
      malformed: '選一種',
      option: { 'hmac-sha256': 'HMAC-SHA256', hmac: 'HMAC-MD5', md5: 'MD5' },
    },
  },
  remedy: {
    'wrong-key': 'App Key 和 App Secret 要來自同一個應用，再抄一次。',
    'missing-role': '應用沒有這個許可權包。開通不了就按“用檔案接”。缺：{{detail}}',
    'ip-not-allowed': '在控制台把應用的 IP 白名單關掉，或加上這個 IP。',
    'token-expired': '再授權一次，填新的授權碼或 Session Key。',
    'code-invalid': '授權碼用過了或過期了。再授權一次。',
    'subscription-missing': '應用沒開通付費的基礎 API。開通不了就按“用檔案接”。',
  },
};
