export const connectTaobao = {
  intro: '订单接口不对多数桌面卖家开放。有自用应用和“订单信息查询”权限包才接得上，没有就走文件。',
  how: {
    '1': '打开 open.taobao.com 控制台，要有“自用型”或“商家后台”应用',
    '2': '应用要有“订单信息查询”权限包。没有就按“用文件接”，一样能打单',
    '3': '抄下 App Key 和 App Secret。IP 白名单别开',
    '4': '填回调地址，按下面的按钮去授权，把跳到的网址复制回来；已经有 Session Key 就直接填',
  },
  field: {
    'app-key': { label: 'App Key', help: '控制台 → 应用 → 应用证书，一串数字', malformed: '只有数字' },
    'app-secret': { label: 'App Secret', help: '同一页', malformed: '没有空格，至少 16 位' },
    'redirect-url': {
      label: '回调地址',
      help: '和控制台里填的一模一样。填了 Session Key 就不用',
      malformed: '要以 http:// 或 https:// 开头',
    },
    'authorisation-code': {
      label: '授权码',
      help: '授权后浏览器里的整个网址，或里面 code= 后面那一段',
      malformed: '网址里没看到 code=，再复制一次',
    },
    'session-key': {
      label: 'Session Key',
      help: '授权码和它只填一个。一般用一年，到期再授权',
      malformed: '没有空格，至少 20 位',
    },
    'sender-name': { label: '寄件人', help: '印在菜鸟面单上', malformed: '最多 40 个字' },
    'sender-mobile': { label: '寄件手机', help: '印在菜鸟面单上', malformed: '只有数字、加号和横线' },
    'waybill-carrier': {
      label: '快递公司代码',
      help: '像 YTO、ZTO。空着就用开通的第一家',
      malformed: '只有字母、数字和横线',
    },
    'waybill-branch': { label: '网点代码', help: '空着就用第一个网点', malformed: '只有字母、数字和横线' },
    'waybill-template': {
      label: '面单样式',
      help: '菜鸟的标准模板',
      malformed: '选一种',
      option: { standard: '标准两联', triple: '三联', 'portable-triple': '便携三联', single: '一联' },
    },
    'sign-method': {
      label: '签名算法',
      help: '测试用。平时不改。',
      malformed: '选一种',
      option: { 'hmac-sha256': 'HMAC-SHA256', hmac: 'HMAC-MD5', md5: 'MD5' },
    },
  },
  remedy: {
    'wrong-key': 'App Key 和 App Secret 要来自同一个应用，再抄一次。',
    'missing-role': '应用没有这个权限包。开通不了就按“用文件接”。缺：{{detail}}',
    'ip-not-allowed': '在控制台把应用的 IP 白名单关掉，或加上这个 IP。',
    'token-expired': '再授权一次，填新的授权码或 Session Key。',
    'code-invalid': '授权码用过了或过期了。再授权一次。',
    'subscription-missing': '应用没开通付费的基础 API。开通不了就按“用文件接”。',
  },
} as const;
