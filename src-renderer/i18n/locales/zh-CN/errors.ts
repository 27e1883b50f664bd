/** One sentence for each code that a call may answer: the thing, then what to do. */
export const errors = {
  'bad-input': '填的内容不对，改一下再试',
  'unknown-method': '窗口和程序版本不一致，重开出单',
  'forbidden-sender': '这个窗口没有权限，重开出单',
  'not-ready': '数据还没打开，等几秒',
  'not-found': '找不到了，可能已经移除',
  refused: '现在做不了这一步',
  internal: '出了内部错误，数据没动',
  'store-locked': '数据锁着，先输口令',
  'wrong-passphrase': '口令不对，再输一次',
  'passphrase-too-short': '口令太短，至少 8 位',
  'label-unreadable': '这个文件读不出面单，换 PDF、图片或 ZPL',
  'file-too-large': '文件太大，最多 25 MB',
  'printer-missing': '还没有打印机，先添加一台',
  'already-running': '已经在做了，等它做完',
  'platform-unavailable': '平台没有应答，过一会再试',
  'already-left': '已经送出去了，撤不回来',
} as const;
