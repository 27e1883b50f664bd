import type { PlatformId } from '../shared/platform.ts';
import { ALIEXPRESS_FILES } from './profile-aliexpress.ts';
import { AMAZON_FILES } from './profile-amazon.ts';
import { COUPANG_FILES } from './profile-coupang.ts';
import { OZON_FILES } from './profile-ozon.ts';
import { TAOBAO_FILES } from './profile-taobao.ts';
import type { FileProfile } from './profile.ts';

/** How the seller centre of each platform writes its order exports. */
export const FILE_PROFILES: Readonly<Record<PlatformId, FileProfile>> = {
  amazon: AMAZON_FILES,
  ozon: OZON_FILES,
  coupang: COUPANG_FILES,
  aliexpress: ALIEXPRESS_FILES,
  taobao: TAOBAO_FILES,
};
