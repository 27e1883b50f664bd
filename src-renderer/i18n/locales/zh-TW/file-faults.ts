import type { SameKeys } from '../../locale-shape.ts';
import type { fileFaults as source } from '../zh-CN/file-faults.ts';

/** What could not be used of an order file. Part of the namespace codes. */
export const fileFaults: SameKeys<typeof source> = {
  'row-too-short': '這一行少了幾列',
  'order-number-missing': '沒有訂單號',
  'order-number-unreadable': '訂單號不對',
  'letters-lost': '存檔時遺失了字，重新匯出',
  'digits-lost': '長號被表格軟體截掉了位數，重新匯出、別用 Excel 存',
  'quantity-unreadable': '件數看不懂',
  'goods-unreadable': '商品那一格看不懂',
  'date-unreadable': '日期看不懂',
  'amount-unreadable': '金額看不懂',
  'country-unknown': '沒見過的國家',
  'status-unknown': '沒見過的狀態',
  empty: '檔案是空的',
  'encoding-unknown': '認不出文字編碼，選一個',
  'letter-not-in-encoding': '有字寫不進這種編碼',
  'not-a-table': '不是表格',
  'old-excel': '是舊的 .xls，用 Excel 另存成 .xlsx',
  'quote-not-closed': '有個引號沒有配對',
  'too-large': '檔案太大',
  'web-page': '是網頁，不是表格。登入後台重新匯出',
  'workbook-broken': 'Excel 檔案壞了，重新匯出一次',
  'workbook-encrypted': 'Excel 檔案有密碼，去掉密碼再來',
  'columns-missing': '還有必需的列沒選',
  'carrier-missing': '沒有承運商',
  'lines-unknown': '認不出裝了哪些商品',
  'order-cancelled': '訂單已取消',
};
