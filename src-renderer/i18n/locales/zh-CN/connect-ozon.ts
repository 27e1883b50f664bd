export const connectOzon = {
  intro: '两样东西，都在卖家后台的一页上。',
  how: {
    '1': '打开 seller.ozon.ru，进 设置 → Seller API',
    '2': '按“生成密钥”，角色选 Admin，起个名字',
    '3': '把 Client ID 和密钥粘贴到这里',
  },
  field: {
    'client-id': {
      label: 'Client ID',
      help: 'seller.ozon.ru → 设置 → Seller API，一串数字',
      malformed: 'Client ID 只有数字',
    },
    'api-key': {
      label: 'API 密钥',
      help: '同一页“生成密钥”，角色选 Admin。只显示一次，当场复制。',
      malformed: '密钥是 36 位，像 1234abcd-…',
    },
    'label-size': {
      label: '面单大小',
      help: 'Ozon 的面单：大的 75×120，小的 58×40',
      malformed: '选一个大小',
      option: { big: '大', small: '小' },
    },
    'stock-warehouse-id': { label: '推库存的仓库编号', help: '空着就用唯一的那个仓', malformed: '只有数字' },
  },
  remedy: {
    'wrong-key': 'Client ID 和 API 密钥要来自同一家店，重新复制一次。',
    'missing-role': '新建密钥，角色选 Admin。缺：{{detail}}',
  },
} as const;
