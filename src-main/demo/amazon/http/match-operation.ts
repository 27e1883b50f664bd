import type { Operation } from '../operation.ts';

export interface MatchedOperation {
  operation: Operation;
  params: Record<string, string>;
}

/** The operation at a method and path; null when nobody lives there. Ids may hold encoded characters; `{name+}` takes the rest. */
export function matchOperation(
  operations: readonly Operation[],
  method: string,
  path: string,
): MatchedOperation | null {
  const segments = path.split('/');
  for (const operation of operations) {
    if (operation.method !== method) continue;
    const params = paramsOf(operation.path.split('/'), segments);
    if (params !== null) return { operation, params };
  }
  return null;
}

function paramsOf(template: readonly string[], segments: readonly string[]): Record<string, string> | null {
  const rest = template.at(-1)?.endsWith('+}') === true ? template.length - 1 : null;
  if (rest === null ? template.length !== segments.length : segments.length <= rest) return null;
  const params: Record<string, string> = {};
  for (const [index, part] of template.entries()) {
    const segment = segments[index] ?? '';
    if (index === rest) params[part.slice(1, -2)] = segments.slice(rest).map(decoded).join('/');
    else if (part.startsWith('{')) {
      if (segment === '') return null;
      params[part.slice(1, -1)] = decoded(segment);
    } else if (part !== segment) return null;
  }
  return params;
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
