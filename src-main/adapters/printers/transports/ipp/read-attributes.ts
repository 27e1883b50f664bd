import type { IppResponse, ResponseAttributes, ResponseValue } from './decode-response.ts';

/** The attributes of the first group with this tag; empty when there is none. */
export function groupOf(response: IppResponse, tag: number): ResponseAttributes {
  return response.groups.find((group) => group.tag === tag)?.attributes ?? new Map<string, readonly ResponseValue[]>();
}

/** The attribute's first value where it is a number, else null. */
export function numberOf(attributes: ResponseAttributes, name: string): number | null {
  const value = attributes.get(name)?.[0];
  return typeof value === 'number' ? value : null;
}

/** The attribute's first value where it is text, else null. */
export function textOf(attributes: ResponseAttributes, name: string): string | null {
  const value = attributes.get(name)?.[0];
  return typeof value === 'string' ? value : null;
}

/** All values of the attribute that are text. */
export function textsOf(attributes: ResponseAttributes, name: string): readonly string[] {
  return (attributes.get(name) ?? []).filter((value) => typeof value === 'string');
}

/** The attribute's first value where it is a yes or no, else null. */
export function flagOf(attributes: ResponseAttributes, name: string): boolean | null {
  const value = attributes.get(name)?.[0];
  return typeof value === 'boolean' ? value : null;
}
