export const connectCoupang = {
  intro: '要把这台电脑的公网 IP 登记到 WING；宽带换了 IP 要再登记。密钥 180 天一换。',
  how: {
    '1': '登录 wing.coupang.com，右上角 → 추가판매정보（补充销售信息）',
    '2': 'OPEN API 키 → 按 API Key 발급（发密钥），用途选“自己开发”',
    '3': 'IP 一栏填这台电脑的公网 IP，最多 10 个。不知道就先试一下，这里会告诉你',
    '4': '抄下 업체코드（供应商代码，A 开头）、Access Key、Secret Key',
    '5': '新密钥和新 IP 最多要等 30 分钟才能用',
  },
  field: {
    'vendor-id': {
      label: '供应商代码（업체코드）',
      help: 'WING 右上角的公司信息里，A 加 8 位数字',
      malformed: 'A 加 8 位数字，像 A00012345',
    },
    'access-key': { label: 'Access Key', help: 'OPEN API 那一页', malformed: '没有空格和逗号，至少 8 位' },
    'secret-key': {
      label: 'Secret Key',
      help: '同一页。续期会得到新的，旧的作废。',
      malformed: '没有空格和逗号，至少 8 位',
    },
    'wing-id': { label: 'WING 登录名', help: '取消和回复询问时，酷澎要写是谁做的', malformed: '没有空格' },
    'key-issued-on': {
      label: '密钥是哪天发的',
      help: '酷澎不告诉程序哪天到期。填了，到期前 30、14、3 天提醒。',
      malformed: '日期不对',
    },
  },
  remedy: {
    'wrong-key': 'Access Key 和 Secret Key 再抄一次。刚发的密钥要等 30 分钟。',
    'key-expired': '在 WING 续期，会得到新的 Secret Key，填到这里。',
    'ip-not-allowed': '把这台电脑的 IP 加进 WING 的 OPEN API 那一页，等 30 分钟。',
    'vendor-unknown': '供应商代码和密钥不是一家的，再抄一次。',
  },
} as const;
