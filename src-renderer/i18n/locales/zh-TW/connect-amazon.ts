import type { SameKeys } from '../../locale-shape.ts';
import type { connectAmazon as source } from '../zh-CN/connect-amazon.ts';

export const connectAmazon: SameKeys<typeof source> = {
  intro: '用你自己的私有應用，金鑰只在這台電腦上。買家的信和退貨沒有介面，去後台處理。',
  how: {
    '1': '要專業賣家計劃，用主帳號登入賣家後台',
    '2': '應用和服務 → 開發應用，登記為私有開發者，答完安全問卷',
    '3': '角色勾“庫存和訂單跟蹤”，還有“直接面向消費者的配送（受限）”：沒有它就沒有收件地址',
    '4': '新建應用客戶端，型別 SP-API，勾上同樣的角色，抄下 Client ID 和 Client secret',
    '5': '按“授權應用”，抄下 refresh token。只顯示一次',
    '6': '草稿狀態就能用，不用釋出。一個大區一家店',
  },
  field: {
    region: {
      label: '大區',
      help: '帳號在哪個大區開的。三個大區各接一次。',
      malformed: '選一個大區',
      option: { NA: '北美（美加墨巴）', EU: '歐洲、中東、印度', FE: '遠東（日澳新）' },
    },
    'seller-id': {
      label: '賣家記號（Merchant Token）',
      help: '賣家後台 → 設定 → 賬戶資訊 → 賣家記號',
      malformed: '只有大寫字母和數字，像 A2EXAMPLE1234',
    },
    'client-id': {
      label: 'Client ID',
      help: '開發應用 → 你的應用 → 檢視 LWA 憑證',
      malformed: '要以 amzn1.application-oa2-client. 開頭',
    },
    'client-secret': {
      label: 'Client secret',
      help: '同一個視窗。每 180 天要換一次，舊的還能用 7 天。',
      malformed: '要以 amzn1.oa2-cs. 開頭，中間沒有空格',
    },
    'refresh-token': {
      label: 'Refresh token',
      help: '“授權應用”以後顯示。再按一次得一個新的，舊的照樣能用。',
      malformed: '要以 Atzr| 開頭',
    },
    'secret-issued-on': {
      label: 'Client secret 是哪天建的',
      help: '亞馬遜不告訴程式它哪天到期。填了就提前提醒換。',
      malformed: '日期不對',
    },
    'marketplace-ids': {
      label: '只拉這些站點',
      help: '空著就拉帳號的全部站點。多個用逗號隔開，像 ATVPDKIKX0DER。',
      malformed: '站點編號只有大寫字母和數字，用逗號隔開',
    },
    'ship-from-name': { label: '寄件人', help: '寫在面單上的名字', malformed: '最多 30 個字' },
    'ship-from-phone': {
      label: '寄件電話',
      help: '帶國家號，像 +86 755 1234 5678',
      malformed: '只有數字、加號、空格和橫線',
    },
    'ship-from-email': { label: '寄件郵箱', help: '亞馬遜的面單要它', malformed: '不像郵箱' },
    'ship-from-line1': { label: '街道', help: '用英文寫', malformed: '最多 60 個字' },
    'ship-from-line2': { label: '街道第二行', help: '可不填', malformed: '最多 60 個字' },
    'ship-from-city': { label: '城市', help: '用英文寫，像 Shenzhen', malformed: '最多 30 個字' },
    'ship-from-state': { label: '省或州', help: '像 Guangdong 或 CA', malformed: '最多 30 個字' },
    'ship-from-postcode': { label: '郵遞區號', help: '寄件地址的郵遞區號', malformed: '最多 20 個字' },
    'ship-from-country': { label: '國家', help: '兩個大寫字母，像 CN、US', malformed: '兩個大寫字母' },
    'label-format': {
      label: '面單格式',
      help: 'PDF 哪台印表機都行',
      malformed: '選一個格式',
      option: { PDF: 'PDF', PNG: 'PNG 圖片', ZPL203: 'ZPL 203 dpi', ZPL300: 'ZPL 300 dpi' },
    },
    'login-url': { label: '登入介面地址', help: '測試用。平時不改。', malformed: '要以 https:// 開頭' },
  },
  remedy: {
    'wrong-key': 'Client ID、secret、refresh token 要來自同一個應用，再抄一次。',
    'key-expired': '在開發應用裡換一個新的 Client secret，填到這裡。',
    'token-expired': '在開發應用裡再按一次“授權應用”，把新的 refresh token 填到這裡。',
    'missing-role': '給應用勾上這個角色，再授權一次，換上新的 refresh token。缺：{{detail}}',
    'region-mismatch': '這個帳號不在選的大區。換一個大區試試。',
    'vendor-unknown': '帳號不認識這個賣家記號，再抄一次。',
  },
};
