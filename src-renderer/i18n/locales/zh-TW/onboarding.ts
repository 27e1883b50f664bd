import type { SameKeys } from '../../locale-shape.ts';
import type { onboarding as source } from '../zh-CN/onboarding.ts';

export const onboarding: SameKeys<typeof source> = {
  steps: {
    start: '開始',
    shops: '商店',
    board: '看板',
  },
  language: {
    label: '語言',
    system: '跟隨系統（{{name}}）',
  },
  title: '先看看，還是直接接商店？',
  lead: '從新訂單到面單，一個鍵。兩條路隨時可以換。',
  demo: {
    title: '先用示範商店',
    body: '五家店一天的訂單，一台虛擬印表機，兩分鐘走一遍。',
    do: '開始示範',
    starting: '正在備貨',
    steps: {
      shop: '開五家示範商店',
      orders: '放進一天的訂單',
      printer: '接上虛擬印表機',
    },
  },
  shop: {
    title: '接上我的商店',
    body: '先接一家就夠。',
    do: '接第一家',
    connect: '接 {{platform}}',
  },
  connect: {
    title: '接 {{platform}}',
    lead: '照著下面的步驟拿金鑰，填好先試一下。',
  },
  promise: '訂單和買家資料只在這台電腦上，加了密。',
  vault: {
    starting: {
      title: '正在打開',
      body: '看一遍資料，馬上好。',
      long: '資料多，還要一會兒。別關視窗。',
    },
    choose: {
      title: '給資料設一個密碼',
      body: '這台電腦沒有鑰匙圈，沒地方替你藏鑰匙。所以要一個密碼，每次打開時輸入。',
      lost: '忘了就打不開，誰也找不回來。寫下來，放好。',
      first: '密碼',
      again: '再輸一次',
      short: '至少 8 個字',
      differ: '兩次不一樣',
      do: '設好，開始',
      doing: '正在加密',
      show: '顯示密碼',
      length_other: '{{count}} 個字',
    },
    unlock: {
      title: '輸入密碼',
      body: '資料在這台電腦上，加了密。',
      label: '密碼',
      do: '打開',
      doing: '正在打開',
      wrong: '密碼不對',
      wrongCount: '密碼不對，試了 {{count}} 次',
      caps: '大寫鎖定開著',
    },
    recovery: {
      title: '資料沒打開，原檔案沒動過',
      folder: '打開資料夾',
      where: '資料在',
      todo: {
        'wrong-key': {
          '1': '資料檔案可能來自別的電腦，或者系統鑰匙圈換過',
          '2': '把換之前的資料夾放回去，再打開一次',
        },
        'newer-version': {
          '1': '裝上最新的出單再打開',
          '2': '舊版不會碰它，資料是安全的',
        },
        damaged: {
          '1': '先把整個資料夾複製一份',
          '2': '從 backups 裡拿最近的一份換上，再打開',
        },
        'migration-failed': {
          '1': '看看磁碟還有沒有地方，再打開一次',
          '2': '還不行就裝回上一個版本，資料沒動過',
        },
        'in-use': {
          '1': '關掉另一個視窗，再打開一次',
          '2': '沒看見就重新開機',
        },
        'disk-full': {
          '1': '騰出 1 GB 以上的地方',
          '2': '再打開一次',
        },
        unavailable: {
          '1': '看看資料夾是不是唯讀，或被別的程式鎖著',
          '2': '再打開一次',
        },
        failed: {
          '1': '先把整個資料夾複製一份',
          '2': '重新開機，再打開一次',
        },
        'key-file-damaged': {
          '1': '從自己的備份裡找回 key.json，放進資料夾，再開啟一次',
          '2': '沒有備份就先把整個資料夾複製一份。別刪，沒有鑰匙誰也打不開',
        },
        'keychain-lost': {
          '1': '用當初那個系統帳號登入，再開啟一次：換帳號、換電腦、重裝系統，鑰匙圈就換了',
          '2': '先把整個資料夾複製一份，別刪',
        },
        'key-missing': {
          '1': '找回 key.json，放回資料夾，再開啟一次',
          '2': '看看資源回收筒和自己的備份。沒有它誰也打不開這份資料',
        },
        unexpected: {
          '1': '再開啟一次出單',
          '2': '還不行，先把整個資料夾複製一份，再裝最新的出單',
        },
        'not-ours': {
          '1': '資料夾裡放了別的檔案，把它移走',
          '2': '把原來的資料檔案放回去，再打開一次',
        },
      },
    },
  },
};
