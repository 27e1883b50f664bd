import type { SameKeys } from '../../locale-shape.ts';
import type { settings as source } from '../zh-CN/settings.ts';

export const settings: SameKeys<typeof source> = {
  title: '設定',
  language: {
    title: '語言',
    system: '跟隨系統',
    'zh-CN': '简体中文',
    'zh-TW': '繁體中文',
    en: 'English',
  },
  look: {
    title: '外觀',
    theme: '明暗',
    system: '跟隨系統',
    light: '亮',
    dark: '暗',
    density: '疏密',
    comfortable: '寬鬆',
    compact: '緊湊',
    densityHelp: '緊湊不顯示圖片，一屏多看一倍。',
  },
  work: {
    title: '做事的習慣',
    undo: '能撤回多久',
    undoHelp: '這段時間裡什麼都不會推給平台。',
    undoNone: '不等',
    push: '什麼時候推運單號',
    print: '打單時',
    printHelp: '面單一打就推，最不會誤時。',
    'hand-over': '交運時',
    'hand-overHelp': '包裹離手才推。',
    'first-scan': '首次掃描時',
    'first-scanHelp': '物流商掃到才推，適合會被平台罰「虛假出貨」的店。',
    undoSeconds_other: '{{count}} 秒',
    order: {
      batch: '批次列印的順序',
      given: '按選的順序',
      givenHelp: '看板上由上到下。',
      'by-sku': '按 SKU',
      'by-skuHelp': '同樣的貨挨著，揀一次印一疊。',
      'singles-first': '單件單先',
      'singles-firstHelp': '一件的先印完，多件的在後面。',
      reversed: '最後一張先印，第一張在最上面',
    },
  },
  data: {
    title: '資料',
    folder: '資料夾',
    show: '打開資料夾',
    promise: '訂單和買家資料只在這台電腦上，加了密。',
    demo: '現在是示範資料。',
  },
  about: {
    version: '版本',
    name: '出單',
  },
};
