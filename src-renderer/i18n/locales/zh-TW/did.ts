import type { SameKeys } from '../../locale-shape.ts';
import type { did as source } from '../zh-CN/did.ts';

/** What was done, in the words of the toast. Part of the namespace board. */
export const did: SameKeys<typeof source> = {
  confirm_other: '{{count}} 單移到待出貨',
  hold_other: '擱置了 {{count}} 單',
  release_other: '放行了 {{count}} 單',
  print_other: '{{count}} 單移到已打單，正在列印',
  reprint_other: '正在重印 {{count}} 張',
  'hand-over_other': '交運了 {{count}} 單',
  'mark-exception_other': '{{count}} 單標成物流異常',
  'clear-exception_other': '{{count}} 單解除異常',
  'mark-delivered_other': '{{count}} 單標成已簽收',
  'open-case_other': '開了 {{count}} 個售後',
  'close-case_other': '結了 {{count}} 個售後',
  'accept-check_other': '{{count}} 單放行',
  cancel_other: '{{count}} 單正在取消',
  'write-note_other': '備註記下了',
  'assign-tracking_other': '運單號記下了',
  move_other: '移了 {{count}} 單',
  'buy-label_other': '買 {{count}} 張面單',
  'answer-case_other': '{{count}} 件售後回好了',
  tag_other: '{{count}} 單改了標籤',
  merge_other: '{{count}} 單併成一個包裹',
  part_other: '{{count}} 單各寄各的',
  promise_other: '{{count}} 單記下了答應的時間',
  'correct-address_other': '地址改好了',
  'attach-label_other': '面單記下了',
  'change-case_other': '售後改好了',
  'note-case_other': '售後記下了一句',
  'change-stock_other': '庫存改了',
  'change-view_other': '常用改了',
};
