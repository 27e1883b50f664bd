import type { SameKeys } from '../../locale-shape.ts';
import type { connectOzon as source } from '../zh-CN/connect-ozon.ts';

export const connectOzon: SameKeys<typeof source> = {
  intro: '兩樣東西，都在賣家後台的一頁上。',
  how: {
    '1': '開啟 seller.ozon.ru，進 設定 → Seller API',
    '2': '按“生成金鑰”，角色選 Admin，起個名字',
    '3': '把 Client ID 和金鑰貼上到這裡',
  },
  field: {
    'client-id': {
      label: 'Client ID',
      help: 'seller.ozon.ru → 設定 → Seller API，一串數字',
      malformed: 'Client ID 只有數字',
    },
    'api-key': {
      label: 'API 金鑰',
      help: '同一頁“生成金鑰”，角色選 Admin。只顯示一次，當場複製。',
      malformed: '金鑰是 36 位，像 1234abcd-…',
    },
    'label-size': {
      label: '面單大小',
      help: 'Ozon 的面單：大的 75×120，小的 58×40',
      malformed: '選一個大小',
      option: { big: '大', small: '小' },
    },
    'stock-warehouse-id': { label: '推庫存的倉庫編號', help: '空著就用唯一的那個倉', malformed: '只有數字' },
  },
  remedy: {
    'wrong-key': 'Client ID 和 API 金鑰要來自同一家店，重新複製一次。',
    'missing-role': '新建金鑰，角色選 Admin。缺：{{detail}}',
  },
};
