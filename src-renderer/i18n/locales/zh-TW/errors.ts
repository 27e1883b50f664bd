import type { SameKeys } from '../../locale-shape.ts';
import type { errors as source } from '../zh-CN/errors.ts';

export const errors: SameKeys<typeof source> = {
  'bad-input': '填的內容不對，改一下再試',
  'unknown-method': '視窗和程式版本不一致，重開出單',
  'forbidden-sender': '這個視窗沒有權限，重開出單',
  'not-ready': '資料還沒開啟，等幾秒',
  'not-found': '找不到了，可能已經移除',
  refused: '現在做不了這一步',
  internal: '出了內部錯誤，資料沒動',
  'store-locked': '資料鎖著，先輸入密碼',
  'wrong-passphrase': '密碼不對，再輸入一次',
  'passphrase-too-short': '密碼太短，至少 8 位',
  'label-unreadable': '這個檔案讀不出面單，換 PDF、圖片或 ZPL',
  'file-too-large': '檔案太大，最多 25 MB',
  'printer-missing': '還沒有印表機，先新增一台',
  'already-running': '已經在做了，等它做完',
  'platform-unavailable': '平台沒有回應，過一會再試',
  'already-left': '已經送出去了，收不回來',
  'file-unreadable': '檔案看不懂，換一個或重新匯出',
  'name-taken': '這個名字已經有了',
  'too-many': '太多了，放不下',
};
