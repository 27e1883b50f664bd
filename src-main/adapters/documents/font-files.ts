import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

/** sans — Latin, Cyrillic, Greek, Vietnamese · the others — simplified and traditional Chinese, Korean, Japanese. */
export type FaceName = 'sans' | 'sc' | 'tc' | 'kr' | 'jp';
export type FontBytes = (face: FaceName, isBold: boolean) => Uint8Array;

/** Not named `require`: the bundler declares that name in a file that seems to use it. */
const packages = createRequire(import.meta.url);

/** Reads the fonts from the app's own folder and from their npm packages, which hold one file a weight. */
export function fontFiles(fontsFolder: string): FontBytes {
  return (face, isBold) => {
    if (face === 'sans') return readFileSync(path.join(fontsFolder, `NotoSans-${isBold ? 'Bold' : 'Regular'}.ttf`));
    const weight = isBold ? '700Bold' : '400Regular';
    const file = `@expo-google-fonts/noto-sans-${face}/${weight}/NotoSans${face.toUpperCase()}_${weight}.ttf`;
    return readFileSync(packages.resolve(file));
  };
}
