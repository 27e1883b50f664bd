export const onboarding = {
  steps: {
    start: '开始',
    shops: '店铺',
    board: '看板',
  },
  language: {
    label: '语言',
    system: '跟随系统（{{name}}）',
  },
  title: '先看看，还是直接接店铺？',
  lead: '从新订单到面单，一个键。两条路随时可以换。',
  demo: {
    title: '先用演示店铺',
    body: '一天的订单，一台虚拟打印机，两分钟走一遍。',
    do: '开始演示',
    starting: '正在备货',
    steps: {
      shop: '开一家演示店铺',
      orders: '放进一天的订单',
      printer: '接上虚拟打印机',
    },
  },
  shop: {
    title: '接上我的店铺',
    body: '先接一家就够。',
    do: '接第一家',
    connect: '接 {{platform}}',
  },
  connect: {
    title: '接 {{platform}}',
    lead: '两样东西，都在卖家后台的一页上。',
  },
  promise: '订单和买家资料只在这台电脑上，加了密。',
  vault: {
    starting: {
      title: '正在打开',
      body: '看一遍数据，马上好。',
      long: '数据多，还要一会儿。别关窗口。',
    },
    choose: {
      title: '给数据设一个口令',
      body: '这台电脑没有钥匙串，没地方替你藏钥匙。所以要一个口令，每次打开时输入。',
      lost: '忘了就打不开，谁也找不回来。写下来，放好。',
      first: '口令',
      again: '再输一次',
      short: '至少 8 个字',
      differ: '两次不一样',
      do: '设好，开始',
      doing: '正在加密',
      show: '显示口令',
      length_other: '{{count}} 个字',
    },
    unlock: {
      title: '输入口令',
      body: '数据在这台电脑上，加了密。',
      label: '口令',
      do: '打开',
      doing: '正在打开',
      wrong: '口令不对',
      wrongCount: '口令不对，试了 {{count}} 次',
      caps: '大写锁定开着',
    },
    recovery: {
      title: '数据没打开，原文件没动过',
      folder: '打开数据文件夹',
      where: '数据在',
      todo: {
        'wrong-key': {
          '1': '数据文件可能来自别的电脑，或者系统钥匙串换过',
          '2': '把换之前的数据文件夹放回去，再打开一次',
        },
        'newer-version': {
          '1': '装上最新的出单再打开',
          '2': '旧版不会碰它，数据是安全的',
        },
        damaged: {
          '1': '先把整个数据文件夹复制一份',
          '2': '从 backups 里拿最近的一份换上，再打开',
        },
        'migration-failed': {
          '1': '看看磁盘还有没有地方，再打开一次',
          '2': '还不行就装回上一个版本，数据没动过',
        },
        'in-use': {
          '1': '关掉另一个窗口，再打开一次',
          '2': '没看见就重启电脑',
        },
        'disk-full': {
          '1': '腾出 1 GB 以上的地方',
          '2': '再打开一次',
        },
        unavailable: {
          '1': '看看文件夹是不是只读，或被别的程序锁着',
          '2': '再打开一次',
        },
        failed: {
          '1': '先把整个数据文件夹复制一份',
          '2': '重启电脑，再打开一次',
        },
        'not-ours': {
          '1': '数据文件夹里放了别的文件，把它移走',
          '2': '把原来的数据文件放回去，再打开一次',
        },
      },
    },
  },
} as const;
