import type { Import } from './import-graph.ts';

/** Which part of the house a file belongs to: a layer, and the unit inside it that must not know its neighbours. */
interface Place {
  readonly layer: string;
  readonly unit: string;
}

/** Adapter folders that hold one adapter a subfolder. */
const ADAPTER_GROUPS = new Set(['platforms', 'carriers', 'tracking']);

/** What each layer may import of ours, beside itself. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  core: [],
  contract: ['core'],
  ports: ['core', 'contract'],
  app: ['core', 'contract', 'ports'],
  adapters: ['core', 'ports'],
  demo: ['core'],
  hosts: ['core', 'contract', 'ports', 'app', 'adapters', 'demo'],
  build: [],
  renderer: ['contract'],
};

/** Which packages a layer may import; those that are not named may import any but Electron. */
const MAY_USE: Readonly<Record<string, (name: string) => boolean>> = {
  core: () => false,
  contract: (name) => name === 'zod',
  ports: () => false,
  app: () => false,
  hosts: () => true,
  build: () => true,
  renderer: (name) => !name.startsWith('node:') && !isElectron(name),
};

const isElectron = (name: string): boolean => /^electron($|-|\/)/.test(name);

/** Where a file lives; null for what is no part of the house. */
export function placeOf(file: string): Place | null {
  const [top, layer = '', first = '', second = ''] = file.split('/');
  if (top === 'src-renderer') return { layer: 'renderer', unit: layer === 'features' ? `features/${first}` : layer };
  if (top !== 'src-main') return null;
  if (layer.endsWith('.ts')) return { layer: 'build', unit: '' };
  if (layer === 'app' && first === 'ports') return { layer: 'ports', unit: '' };
  if (layer === 'adapters') return { layer, unit: ADAPTER_GROUPS.has(first) ? `${first}/${second}` : first };
  return { layer, unit: '' };
}

/** Why this import is not allowed, or null when it is. */
export function broken({ from, to, isPackage }: Import): string | null {
  const source = placeOf(from);
  if (source === null) return `${from} belongs to no layer`;
  if (isPackage) {
    const allowed = MAY_USE[source.layer] ?? ((name: string) => !isElectron(name));
    return allowed(to) ? null : `${from}: ${source.layer} may not use ${to}`;
  }
  const target = placeOf(to);
  if (target === null) return allowedOutside(source, to) ? null : `${from}: ${to} is outside the sources`;
  if (target.layer !== source.layer) {
    return MAY_IMPORT[source.layer]?.includes(target.layer) ? null : `${from}: ${source.layer} may not import ${to}`;
  }
  return neighbours(source, target) ? `${from}: ${source.unit} may not reach into ${to}` : null;
}

/** Another adapter, or another feature of the window; what lies in `shared` belongs to all of its group. */
function neighbours(source: Place, target: Place): boolean {
  if (source.unit === target.unit || target.unit.endsWith('/shared')) return false;
  if (source.layer === 'adapters') return true;
  return source.layer === 'renderer' && source.unit !== 'app' && target.unit.startsWith('features/');
}

/** Fonts and pictures: the window's bundler takes them from assets/, and from packages by their name. */
const allowedOutside = (source: Place, to: string): boolean => source.layer === 'renderer' && to.startsWith('assets/');
