import type { SameKeys } from '../../locale-shape.ts';
import type { connectAliexpress as source } from '../zh-CN/connect-aliexpress.ts';

export const connectAliexpress: SameKeys<typeof source> = {
  intro: '用你自己的“自研應用”，瀏覽器裡點一次授權。許可權包人工稽核，要 2–5 個工作日。',
  how: {
    '1': '開啟 openservice.aliexpress.com，登記為開發者（內地或香港公司）',
    '2': '新建應用，型別選“自研”（seller in-house）。選了就改不了',
    '3': '開通許可權包：訂單與交易、物流、退貨退款、評價',
    '4': '填一個回撥地址，這裡要寫得一模一樣。IP 白名單別開',
    '5': '抄下 App Key 和 App Secret，再按下面的按鈕去授權',
    '6': '授權後瀏覽器會跳到回撥地址，打不開也沒關係：把整個網址複製回來。30 分鐘內有效，只能用一次',
  },
  field: {
    'app-key': { label: 'App Key', help: '控制台 → 應用 → 概覽，一串數字', malformed: '只有數字' },
    'app-secret': { label: 'App Secret', help: '同一頁，按“顯示”', malformed: '沒有空格，至少 8 位' },
    'redirect-url': {
      label: '回撥地址',
      help: '和控制台裡填的一模一樣，一個字都不能差',
      malformed: '要像 https://example.com/callback',
    },
    'authorisation-code': {
      label: '授權碼',
      help: '授權後瀏覽器裡的整個網址，或裡面 code= 後面那一段',
      malformed: '網址裡沒看到 code=，再複製一次',
    },
    'pickup-type': {
      label: '線上出貨怎麼交',
      help: '線上出貨時用',
      malformed: '選一種',
      option: { SELF_POST: '自己寄到倉庫', SELF_SEND: '自己送到倉庫', DOOR_PICKUP: '上門攬收' },
    },
    'declared-name-cn': { label: '報關中文品名', help: '訂單裡只有英文名，海關要中文的', malformed: '1 到 20 個字' },
    'declared-usd': { label: '每件申報價（美元）', help: '空著就按訂單的價', malformed: '像 5 或 5.50' },
    'sender-address-id': { label: '出貨地址編號', help: '空著就用平台上預設的', malformed: '只有數字' },
    'pickup-address-id': { label: '攬收地址編號', help: '空著就用平台上預設的', malformed: '只有數字' },
    'refund-address-id': { label: '退貨地址編號', help: '空著就用平台上預設的', malformed: '只有數字' },
    undeliverable: {
      label: '送不到怎麼辦',
      help: '包裹在國內倉出問題時',
      malformed: '選一種',
      option: { return: '退回來', destroy: '銷燬' },
    },
    'contains-battery': {
      label: '貨裡有電池',
      help: '報關和選物流要用',
      malformed: '選一種',
      option: { no: '沒有', yes: '有' },
    },
  },
  remedy: {
    'wrong-key': 'App Key 和 App Secret 要來自同一個應用，再抄一次。',
    'missing-role': '在控制台給應用開通這個許可權包，通過後再授權一次。缺：{{detail}}',
    'ip-not-allowed': '在控制台把應用的 IP 白名單關掉，或加上這個 IP。',
    'token-expired': '再授權一次，把新的授權碼填到這裡。',
    'code-invalid': '授權碼用過了，或過了 30 分鐘。再授權一次。',
  },
};
