import { z } from 'zod';
import { member, plain } from '../shared/json.ts';
import type { ConnectorContext } from './context.ts';
import { type Refused, UNEXPECTED } from './errors.ts';
import { rows } from './rows.ts';
import { text } from './schema.ts';
import { TEMPLATE_TYPES } from './settings.ts';

const template = z.object({
  standard_template_id: z.string().min(1),
  standard_template_url: z.string().min(1).max(300),
  standard_waybill_type: text,
  brand_code: text,
});
export type WaybillTemplate = z.infer<typeof template> & { readonly cpCode: string };

/** Every standard layout of every carrier (cainiao.cloudprint.stdtemplates.get). */
export async function fetchTemplates({
  proxy,
}: ConnectorContext): Promise<{ readonly ok: true; readonly templates: readonly WaybillTemplate[] } | Refused> {
  const answer = await proxy.call('cainiao.cloudprint.stdtemplates.get', {});
  if (!answer.ok) return answer;
  const carriers = rows(member(answer.body, 'result'), 'datas', 'standard_template_result');
  if (carriers === null) return UNEXPECTED;
  const templates = carriers.flatMap((node) => {
    const cpCode = plain(member(node, 'cp_code'));
    const found = rows(node, 'standard_templates', 'standard_template_do') ?? [];
    return found.flatMap((one): WaybillTemplate[] => {
      const shape = template.safeParse(plain(one)).data;
      return shape === undefined || typeof cpCode !== 'string' ? [] : [{ ...shape, cpCode }];
    });
  });
  return { ok: true, templates };
}

/** The layout of a carrier's brand that the seller chose, or its first one; null when the carrier has none. */
export function templateFor(
  templates: readonly WaybillTemplate[],
  { cpCode, brandCode }: { readonly cpCode: string; readonly brandCode: string | null },
  choice: keyof typeof TEMPLATE_TYPES,
): WaybillTemplate | null {
  const own = templates.filter((one) => one.cpCode === cpCode);
  const branded = own.filter((one) => (one.brand_code ?? 'default') === (brandCode ?? 'default'));
  const fitting = branded.length > 0 ? branded : own;
  return fitting.find((one) => one.standard_waybill_type === TEMPLATE_TYPES[choice]) ?? fitting[0] ?? null;
}
