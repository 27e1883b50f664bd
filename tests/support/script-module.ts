import path from 'node:path';
import { pathToFileURL } from 'node:url';

/** Loads a plain JavaScript module of scripts/; the test names the shape it uses (the scripts carry no types). */
export async function loadScript<Shape>(name: string): Promise<Shape> {
  const file = path.resolve(import.meta.dirname, '../../scripts', name);
  const loaded: unknown = await import(pathToFileURL(file).href);
  return loaded as Shape;
}
