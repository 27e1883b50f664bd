import { z } from 'zod';
import type { JsonNode } from '../shared/json.ts';
import { plain } from '../shared/json.ts';
import { identityOrNull, list, text } from './schema-parts.ts';

/** HTTP 200 with a verdict for each box, whatever `responseCode` says: its numbers differ from document to document. */
const verdictsSchema = z.object({
  data: z.object({
    responseList: list(
      z.object({
        shipmentBoxId: identityOrNull,
        succeed: z.union([z.boolean(), z.enum(['true', 'false']).transform((word) => word === 'true')]),
        resultCode: text,
      }),
    ),
  }),
});

export interface Verdict {
  readonly isDone: boolean;
  /** The platform's machine word. */
  readonly code: string;
}

/** The platform's word on one box; null when the answer has none. */
export function verdictOn(body: JsonNode, remoteId: string): Verdict | null {
  const read = verdictsSchema.safeParse(plain(body));
  const list = read.data?.data.responseList ?? [];
  const own = list.find((one) => one.shipmentBoxId === remoteId);
  return own === undefined ? null : { isDone: own.succeed, code: own.resultCode ?? 'OK' };
}
