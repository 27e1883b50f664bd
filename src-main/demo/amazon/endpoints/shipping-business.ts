import { headerText } from '../../kit/http/asked.ts';
import type { Call } from '../operation.ts';
import { invalidInput } from '../refusal.ts';

const businessIds = ['US', 'UK', 'IN', 'IT', 'ES', 'FR', 'JP', 'UAE', 'SA', 'EG'].map(
  (place) => `AmazonShipping_${place}`,
);

/** The header may be left out; when it is there it must be one of the programmes. Throws the platform's 400. */
export function checkBusinessId(call: Call): void {
  const businessId = headerText(call.headers, 'x-amzn-shipping-business-id');
  if (businessId !== '' && !businessIds.includes(businessId)) {
    throw invalidInput(`x-amzn-shipping-business-id ${businessId} is invalid.`);
  }
}
