import * as z from 'zod';
import type { AmazonRole } from '../account.ts';
import { bodyOf, type Call, type Operation, type Outcome } from '../operation.ts';
import { invalidInput } from '../refusal.ts';

/** POST /tokens/2021-03-01/restrictedDataToken. */
export const createRestrictedDataToken: Operation = {
  name: 'createRestrictedDataToken',
  method: 'POST',
  path: '/tokens/2021-03-01/restrictedDataToken',
  limit: { ratePerSecond: 1, burst: 10 },
  roles: [],
  run: create,
};

const tokenLifeMs = 3_600_000;
const dataElements = z.enum(['buyerInfo', 'shippingAddress', 'buyerTaxInformation']);
const bodySchema = z.strictObject({
  targetApplication: z.string().exactOptional(),
  restrictedResources: z
    .array(
      z.strictObject({
        method: z.enum(['GET', 'PUT', 'POST', 'DELETE']),
        path: z.string().min(1),
        dataElements: z.array(dataElements).min(1).exactOptional(),
      }),
    )
    .min(1, 'must not be empty.')
    .max(50, 'must not have more than 50 resources.'),
});

type Resource = z.output<typeof bodySchema>['restrictedResources'][number];

/** Restricted operations (Tokens API use case guide); an id or `{…}` stands where the pattern has a group. */
const restricted: readonly { method: string; path: RegExp; takesElements: boolean }[] = [
  { method: 'GET', path: /^\/orders\/v0\/orders(\/[^/]+(\/orderItems)?)?$/u, takesElements: true },
  { method: 'POST', path: /^\/mfn\/v0\/shipments$/u, takesElements: false },
  { method: 'GET', path: /^\/mfn\/v0\/shipments\/[^/]+$/u, takesElements: false },
  { method: 'DELETE', path: /^\/mfn\/v0\/shipments\/[^/]+$/u, takesElements: false },
  // Documents of reports need their own path, never the generic one.
  { method: 'GET', path: /^\/reports\/2021-06-30\/documents\/[^/{}]+$/u, takesElements: false },
];

const roleOfElement: Record<z.output<typeof dataElements>, AmazonRole> = {
  buyerInfo: 'direct-to-consumer-shipping',
  shippingAddress: 'direct-to-consumer-shipping',
  buyerTaxInformation: 'tax-invoicing',
};

function create(call: Call): Outcome {
  const { restrictedResources } = bodyOf(call, bodySchema);
  for (const resource of restrictedResources) checkResource(call, resource);
  const value = `Atz.sprdt|${call.store.newUuid().replaceAll('-', '')}${Math.floor(call.random() * 1e9)}`;
  call.store.world.restrictedTokens.push({
    value,
    region: call.account.region,
    expiresAtMs: call.nowMs + tokenLifeMs,
    resources: restrictedResources.map(({ method, path }) => ({ method, path })),
  });
  return { status: 200, body: { restrictedDataToken: value, expiresIn: tokenLifeMs / 1_000 } };
}

function checkResource(call: Call, { method, path, dataElements: elements = [] }: Resource): void {
  const kind = restricted.find((candidate) => candidate.method === method && candidate.path.test(path));
  if (kind === undefined) throw invalidInput(`${method} ${path} is not a restricted operation.`);
  if (elements.length > 0 && !kind.takesElements) throw invalidInput(`dataElements is not supported for ${path}.`);
  const needed = elements.length > 0 ? elements : kind.takesElements ? [] : (['shippingAddress'] as const);
  const missing = needed.filter((element) => !call.roles.includes(roleOfElement[element]));
  if (missing.length === 0) return;
  throw invalidInput(
    `Application does not have access to one or more requested data elements: [${missing.join(', ')}]`,
  );
}
