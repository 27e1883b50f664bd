import path from 'node:path';

/** Where everything lies on the seller's machine. */
export interface Places {
  readonly folder: string;
  readonly storeFile: string;
  readonly backups: string;
  readonly keyFile: string;
  readonly demo: string;
  readonly logFile: string;
  readonly assets: string;
  readonly renderer: string;
  readonly preload: string;
  readonly rasterWorker: string;
  readonly documentsWorker: string;
}

/** All places, from the user's data folder, the app's own folder and its built files. */
export function placesOf(userData: string, appFolder: string): Places {
  return {
    folder: userData,
    storeFile: path.join(userData, 'orders.db'),
    backups: path.join(userData, 'backups'),
    keyFile: path.join(userData, 'key.json'),
    demo: path.join(userData, 'demo'),
    logFile: path.join(userData, 'logs', 'main.log'),
    assets: path.join(appFolder, 'assets'),
    renderer: path.join(appFolder, 'out', 'renderer'),
    preload: path.join(appFolder, 'out', 'preload', 'preload.cjs'),
    rasterWorker: path.join(appFolder, 'out', 'main', 'raster-worker.js'),
    documentsWorker: path.join(appFolder, 'out', 'main', 'documents-worker.js'),
  };
}
