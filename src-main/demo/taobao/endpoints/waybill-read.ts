import * as z from 'zod';
import { filled } from '../answers/trade-answer.ts';
import { list } from '../answers/tree.ts';
import { method, type Call } from '../method.ts';
import { companyBy } from '../rules/companies.ts';
import { waybillError } from '../rules/take-waybill.ts';
import { printTemplates, templateUrl } from '../rules/templates.ts';
import { jsonField, textField } from '../schema/fields.ts';
import type { TaobaoWaybill, WaybillSubscription } from '../waybill.ts';

const searchBody = z.strictObject({ cp_code: textField.optional() });
const productBody = z.strictObject({ cp_code: textField });
const nothing = z.strictObject({});
const byCodeBody = z.strictObject({
  param_list: jsonField(
    z
      .array(z.strictObject({ cp_code: z.string(), waybill_code: z.string(), object_id: z.string() }))
      .min(1)
      .max(20),
  ),
});
const byTradeBody = z.strictObject({
  param_list: jsonField(
    z
      .array(z.strictObject({ biz_sub_code: z.string(), object_id: z.string() }))
      .min(1)
      .max(10),
  ),
});

const shared = { package: '电子面单' };

export const waybillReadMethods = [
  method({ name: 'cainiao.waybill.ii.search', ...shared, schema: searchBody, handle: search }),
  method({ name: 'cainiao.waybill.ii.product', ...shared, schema: productBody, handle: products }),
  method({
    name: 'cainiao.waybill.ii.query.by.waybillcode',
    ...shared,
    writes: true,
    schema: byCodeBody,
    handle: byWaybillCode,
  }),
  method({
    name: 'cainiao.waybill.ii.query.by.tradecode',
    ...shared,
    writes: true,
    schema: byTradeBody,
    handle: byTradeCode,
  }),
  method({
    name: 'cainiao.cloudprint.stdtemplates.get',
    ...shared,
    session: false,
    schema: nothing,
    handle: templates,
  }),
  method({ name: 'cainiao.cloudprint.mystdtemplates.get', ...shared, schema: nothing, handle: myTemplates }),
];

/** Carriers in turn, each with its branches. */
function search({ cp_code }: z.output<typeof searchBody>, call: Call): unknown {
  const { subscriptions } = call.store.world;
  const codes = [...new Set(subscriptions.map((subscription) => subscription.cpCode))];
  const answers = codes
    .filter((code) => cp_code === undefined || code === cp_code)
    .map((code) => {
      const branches = subscriptions.filter((subscription) => subscription.cpCode === code);
      return {
        cp_code: code,
        cp_type: branches[0]?.cpType,
        branch_account_cols: list('waybill_branch_account', branches.map(branchAnswer)),
      };
    });
  return { waybill_apply_subscription_cols: list('waybill_apply_subscription_info', answers) };
}

function branchAnswer(branch: WaybillSubscription): Record<string, unknown> {
  return {
    branch_code: branch.branchCode,
    branch_name: branch.branchName,
    branch_status: branch.branchStatus,
    quantity: branch.quantity,
    allocated_quantity: branch.allocatedQuantity,
    cancel_quantity: branch.cancelQuantity,
    print_quantity: branch.printQuantity,
    segment_code: branch.segmentCode,
    brand_code: branch.brandCode,
    customer_code_list: list('string', branch.customerCodes),
    shipp_address_cols: list(
      'address_dto',
      branch.addresses.map((address) => ({
        province: address.province,
        city: filled(address.city),
        district: filled(address.district),
        town: filled(address.town),
        detail: address.detail,
        waybill_address_id: address.addressId,
      })),
    ),
    service_info_cols: list(
      'service_info_dto',
      branch.services.map((service) => ({
        service_code: service.code,
        service_name: service.name,
        required: service.isRequired,
        service_attributes: list(
          'service_attribute_dto',
          service.attributes.map((attribute) => ({
            attribute_code: attribute.code,
            attribute_name: attribute.name,
            attribute_type: attribute.type,
            type_desc: attribute.description,
          })),
        ),
      })),
    ),
  };
}

function products({ cp_code }: z.output<typeof productBody>): unknown {
  const company = companyBy(cp_code);
  if (company === undefined) throw waybillError('CP_CODE_ERROR', '快递公司编码不正确');
  const services = list('waybill_service_type', [{ code: 'SVC-INSURE', name: '保价' }]);
  const types =
    cp_code === 'SF'
      ? [
          { code: '1', name: '顺丰特快', service_types: services },
          { code: '2', name: '顺丰标快', service_types: services },
        ]
      : [{ code: 'STANDARD_EXPRESS', name: '标准快递', service_types: services }];
  return { product_types: list('waybill_product_type', types) };
}

/** The print data of a number again: for a reprint, instead of a new number. */
function byWaybillCode({ param_list }: z.output<typeof byCodeBody>, call: Call): unknown {
  const answers = param_list.map(({ cp_code, waybill_code, object_id }) => {
    const waybill = call.store.waybill(waybill_code);
    return found(object_id, waybill?.cpCode === cp_code ? waybill : undefined);
  });
  return { modules: list('waybill_cloud_print_with_result_desc_response', answers) };
}

function byTradeCode({ param_list }: z.output<typeof byTradeBody>, call: Call): unknown {
  const answers = param_list.flatMap(({ biz_sub_code, object_id }) => {
    const all = call.store.world.waybills.filter(
      (waybill) => waybill.state === 'taken' && waybill.tradeOrders.includes(biz_sub_code),
    );
    return all.length === 0 ? [found(object_id, undefined)] : all.map((waybill) => found(object_id, waybill));
  });
  return { modules: list('waybill_cloud_print_with_result_desc_response', answers) };
}

function found(objectId: string, waybill: TaobaoWaybill | undefined): Record<string, unknown> {
  if (waybill === undefined || waybill.state === 'cancelled') {
    return { object_id: objectId, success: false, error_code: 'WAYBILL_NOT_EXIST', error_message: '面单不存在' };
  }
  waybill.reprints += 1;
  return {
    object_id: objectId,
    success: true,
    waybill_cloud_print_response: { waybill_code: waybill.waybillCode, print_data: waybill.printData },
  };
}

function templates(): unknown {
  const codes = [...new Set(printTemplates.map((template) => template.cpCode))];
  const datas = codes.map((code) => ({
    cp_code: code,
    standard_templates: list(
      'standard_template_do',
      printTemplates
        .filter((template) => template.cpCode === code)
        .map((template) => ({
          standard_template_id: template.id,
          standard_template_name: template.name,
          standard_template_url: templateUrl(template),
          standard_waybill_type: template.type,
          brand_code: template.brandCode,
        })),
    ),
  }));
  return { result: { success: true, datas: list('standard_template_result', datas) } };
}

/** The templates of the carriers the seller subscribed to. */
function myTemplates(_wish: unknown, call: Call): unknown {
  const codes = [...new Set(call.store.world.subscriptions.map((subscription) => subscription.cpCode))];
  const datas = codes.map((code) => ({
    cp_code: code,
    user_std_templates: list(
      'user_template_do',
      printTemplates
        .filter((template) => template.cpCode === code && template.type === 1)
        .map((template) => ({
          user_std_template_id: template.id,
          user_std_template_name: template.name,
          user_std_template_url: templateUrl(template),
          brand_code: template.brandCode,
        })),
    ),
  }));
  return { result: { success: true, datas: list('user_template_result', datas) } };
}
