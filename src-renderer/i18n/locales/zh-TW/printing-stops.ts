import type { SameKeys } from '../../locale-shape.ts';
import type { printingStops as source } from '../zh-CN/printing-stops.ts';

/** Words of the printing centre about what stopped, what was held back, and what to do. Part of the namespace printing. */
export const printingStops: SameKeys<typeof source> = {
  stop: {
    title: '{{cause}}，停在第 {{number}} 張',
    half: '第 {{number}} 張可能只印了一半。沒有一張印了兩次，也沒有丟。',
    notBegun: '第 {{number}} 張還沒開始印。沒有一張印了兩次，也沒有丟。',
    lookBoth: '看第 {{before}} 張是不是完整，撕掉半張的 {{number}}',
    lookBefore: '看第 {{before}} 張是不是完整',
    lookHalf: '有半張的 {{number}} 就撕掉',
    resume: '從第 {{number}} 張繼續',
    resumeBefore: '第 {{number}} 張也不完整，從 {{number}} 開始',
    resumeAfter: '第 {{number}} 張是完整的，從 {{next}} 開始',
    allOut: '第 {{number}} 張是完整的，都印好了',
    other: '從別的一張',
    otherGo: '繼續',
    marked_other: '第 {{numbers}} 張會印上 REPRINT 字樣。',
    heldNote_other: '第 {{numbers}} 張的買家取消或退款了，不會印。',
    back: '回到停下的地方',
  },
  cause: {
    'paper-out': {
      name: '缺紙',
      '1': '換上新的一卷 {{media}}',
      '2': '合上蓋子，按一下走紙鍵',
    },
    'ribbon-out': {
      name: '碳帶用完了',
      '1': '換上新的碳帶',
      '2': '合上蓋子，按一下走紙鍵',
    },
    'head-open': {
      name: '蓋子開著',
      '1': '兩邊一起按下蓋子，聽到喀嗒聲',
      '2': '按一下走紙鍵，等燈變綠',
    },
    jam: {
      name: '卡紙',
      '1': '打開蓋子，順著出紙方向抽出紙',
      '2': '撕平紙頭，合上蓋子，按一下走紙鍵',
    },
    paused: {
      name: '印表機暫停了',
      '1': '按印表機上的暫停鍵',
      '2': '等燈變綠',
    },
    'queue-held': {
      name: '系統佇列停著',
      '1': '打開系統的列印佇列，恢復列印',
      '2': '佇列裡還有這張就刪掉',
    },
    overheated: {
      name: '列印頭過熱',
      '1': '等兩三分鐘，讓它涼下來',
      '2': '常發生就調低濃度或速度',
    },
    'cutter-fault': {
      name: '切刀卡住',
      '1': '關機，取出切刀裡的紙',
      '2': '再開機，等燈變綠',
    },
    'label-waiting': {
      name: '出紙口還有一張',
      '1': '把出紙口的面單撕下來',
      '2': '等它準備好',
    },
    fault: {
      name: '印表機回報故障',
      '1': '看印表機上的燈或螢幕',
      '2': '關機，等五秒，再開',
    },
    off: {
      name: '印表機連不上',
      '1': '看電源開著、線插緊',
      '2': '網口印表機：看它和電腦在同一個網路',
    },
    'in-use': {
      name: '印表機被別的程式占著',
      '1': '關掉正在列印的別的程式',
      '2': '等它放開印表機',
    },
    address: {
      name: '找不到印表機',
      '1': '看印表機開著、線插著',
      '2': '換過埠或位址就重新新增',
    },
    access: {
      name: '沒有權限列印',
      '1': '在系統設定裡允許用這台印表機',
      '2': '再印一張測試頁',
    },
    'not-taken': {
      name: '印表機不收這種資料',
      '1': '在設定裡看列印語言對不對',
      '2': '再印一張測試頁',
    },
    'broke-off': {
      name: '送到一半斷了',
      '1': '看印表機開著、線插緊',
      '2': '看紙和蓋子',
    },
    restarted: {
      name: '出單被關過',
      '1': '看印表機開著、有紙',
      '2': '看最後出來的是哪一張',
    },
    other: {
      name: '列印停了',
      '1': '看印表機開著、亮綠燈',
      '2': '看紙和蓋子',
    },
  },
  held: {
    title: '第 {{number}} 張沒有印',
    titleOne: '這張沒有印',
    lead: {
      'order-cancelled': '列印前問了平台：這一單取消了。面單沒有出來。',
      'order-refunded': '列印前問了平台：買家已退款。面單沒有出來。',
      'cancel-requested': '買家要求取消。面單沒有出來，等你決定。',
      'order-replaced': '平台把這一單拆成了別的單，面單沒有出來。',
      'order-held': '這一單掛起了，面單沒有出來。',
    },
    '1': '貨放回架上',
    '2': '打開訂單，看平台說了什麼',
    leave: '知道了，不印',
    again: '再問平台，能發就印',
  },
  running: {
    title_other: '還有 {{count}} 張',
    body: '出來的紙按順序疊著，號碼和這裡一樣。',
    pausedTitle: '暫停在第 {{number}} 張前',
    pausedBody: '沒有一張印了兩次，也沒有丟。',
  },
  news: {
    stopped: '{{cause}}，停在第 {{number}} 張',
    stoppedOne: '{{cause}}，面單沒印',
    resumed: '從第 {{number}} 張繼續列印',
    paused: '暫停了',
    done_other: '{{count}} 張印完了',
    held: '{{order}} 沒有印：{{why}}',
    look: '去看',
  },
};
