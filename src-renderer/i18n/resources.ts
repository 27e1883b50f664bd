import { common as commonEn } from './locales/en/common.ts';
import { board as boardEn } from './locales/en/board.ts';
import { order as orderEn } from './locales/en/order.ts';
import { printing as printingEn } from './locales/en/printing.ts';
import { printers as printersEn } from './locales/en/printers.ts';
import { slips as slipsEn } from './locales/en/slips.ts';
import { shops as shopsEn } from './locales/en/shops.ts';
import { connect as connectEn } from './locales/en/connect.ts';
import { files as filesEn } from './locales/en/files.ts';
import { parcels as parcelsEn } from './locales/en/parcels.ts';
import { cases as casesEn } from './locales/en/cases.ts';
import { address as addressEn } from './locales/en/address.ts';
import { attachments as attachmentsEn } from './locales/en/attachments.ts';
import { drawer as drawerEn } from './locales/en/drawer.ts';
import { tagging as taggingEn } from './locales/en/tagging.ts';
import { onboarding as onboardingEn } from './locales/en/onboarding.ts';
import { today as todayEn } from './locales/en/today.ts';
import { stock as stockEn } from './locales/en/stock.ts';
import { guide as guideEn } from './locales/en/guide.ts';
import { settings as settingsEn } from './locales/en/settings.ts';
import { errors as errorsEn } from './locales/en/errors.ts';
import { codes as codesEn } from './locales/en/codes.ts';
import { common as commonSimplified } from './locales/zh-CN/common.ts';
import { board as boardSimplified } from './locales/zh-CN/board.ts';
import { order as orderSimplified } from './locales/zh-CN/order.ts';
import { printing as printingSimplified } from './locales/zh-CN/printing.ts';
import { printers as printersSimplified } from './locales/zh-CN/printers.ts';
import { slips as slipsSimplified } from './locales/zh-CN/slips.ts';
import { shops as shopsSimplified } from './locales/zh-CN/shops.ts';
import { connect as connectSimplified } from './locales/zh-CN/connect.ts';
import { files as filesSimplified } from './locales/zh-CN/files.ts';
import { parcels as parcelsSimplified } from './locales/zh-CN/parcels.ts';
import { cases as casesSimplified } from './locales/zh-CN/cases.ts';
import { address as addressSimplified } from './locales/zh-CN/address.ts';
import { attachments as attachmentsSimplified } from './locales/zh-CN/attachments.ts';
import { drawer as drawerSimplified } from './locales/zh-CN/drawer.ts';
import { tagging as taggingSimplified } from './locales/zh-CN/tagging.ts';
import { onboarding as onboardingSimplified } from './locales/zh-CN/onboarding.ts';
import { today as todaySimplified } from './locales/zh-CN/today.ts';
import { stock as stockSimplified } from './locales/zh-CN/stock.ts';
import { guide as guideSimplified } from './locales/zh-CN/guide.ts';
import { settings as settingsSimplified } from './locales/zh-CN/settings.ts';
import { errors as errorsSimplified } from './locales/zh-CN/errors.ts';
import { codes as codesSimplified } from './locales/zh-CN/codes.ts';
import { common as commonTraditional } from './locales/zh-TW/common.ts';
import { board as boardTraditional } from './locales/zh-TW/board.ts';
import { order as orderTraditional } from './locales/zh-TW/order.ts';
import { printing as printingTraditional } from './locales/zh-TW/printing.ts';
import { printers as printersTraditional } from './locales/zh-TW/printers.ts';
import { slips as slipsTraditional } from './locales/zh-TW/slips.ts';
import { shops as shopsTraditional } from './locales/zh-TW/shops.ts';
import { connect as connectTraditional } from './locales/zh-TW/connect.ts';
import { files as filesTraditional } from './locales/zh-TW/files.ts';
import { parcels as parcelsTraditional } from './locales/zh-TW/parcels.ts';
import { cases as casesTraditional } from './locales/zh-TW/cases.ts';
import { address as addressTraditional } from './locales/zh-TW/address.ts';
import { attachments as attachmentsTraditional } from './locales/zh-TW/attachments.ts';
import { drawer as drawerTraditional } from './locales/zh-TW/drawer.ts';
import { tagging as taggingTraditional } from './locales/zh-TW/tagging.ts';
import { onboarding as onboardingTraditional } from './locales/zh-TW/onboarding.ts';
import { today as todayTraditional } from './locales/zh-TW/today.ts';
import { stock as stockTraditional } from './locales/zh-TW/stock.ts';
import { guide as guideTraditional } from './locales/zh-TW/guide.ts';
import { settings as settingsTraditional } from './locales/zh-TW/settings.ts';
import { errors as errorsTraditional } from './locales/zh-TW/errors.ts';
import { codes as codesTraditional } from './locales/zh-TW/codes.ts';

/** The source language: its keys are the type of every key. */
export const simplified = {
  common: commonSimplified,
  board: boardSimplified,
  order: orderSimplified,
  printing: printingSimplified,
  printers: printersSimplified,
  slips: slipsSimplified,
  shops: shopsSimplified,
  connect: connectSimplified,
  files: filesSimplified,
  parcels: parcelsSimplified,
  cases: casesSimplified,
  address: addressSimplified,
  attachments: attachmentsSimplified,
  drawer: drawerSimplified,
  tagging: taggingSimplified,
  onboarding: onboardingSimplified,
  today: todaySimplified,
  stock: stockSimplified,
  guide: guideSimplified,
  settings: settingsSimplified,
  errors: errorsSimplified,
  codes: codesSimplified,
} as const;

const traditional = {
  common: commonTraditional,
  board: boardTraditional,
  order: orderTraditional,
  printing: printingTraditional,
  printers: printersTraditional,
  slips: slipsTraditional,
  shops: shopsTraditional,
  connect: connectTraditional,
  files: filesTraditional,
  parcels: parcelsTraditional,
  cases: casesTraditional,
  address: addressTraditional,
  attachments: attachmentsTraditional,
  drawer: drawerTraditional,
  tagging: taggingTraditional,
  onboarding: onboardingTraditional,
  today: todayTraditional,
  stock: stockTraditional,
  guide: guideTraditional,
  settings: settingsTraditional,
  errors: errorsTraditional,
  codes: codesTraditional,
} as const;

const english = {
  common: commonEn,
  board: boardEn,
  order: orderEn,
  printing: printingEn,
  printers: printersEn,
  slips: slipsEn,
  shops: shopsEn,
  connect: connectEn,
  files: filesEn,
  parcels: parcelsEn,
  cases: casesEn,
  address: addressEn,
  attachments: attachmentsEn,
  drawer: drawerEn,
  tagging: taggingEn,
  onboarding: onboardingEn,
  today: todayEn,
  stock: stockEn,
  guide: guideEn,
  settings: settingsEn,
  errors: errorsEn,
  codes: codesEn,
} as const;

export const RESOURCES = { 'zh-CN': simplified, 'zh-TW': traditional, en: english } as const;
