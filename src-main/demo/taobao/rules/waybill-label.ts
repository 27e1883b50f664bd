import { sealPrintData, signPrintData } from '../../cainiao-client/print-data.ts';
import type { TaobaoWaybill, WaybillPerson } from '../waybill.ts';
import { maskAddress, maskName, maskPhone } from './mask.ts';

/** The text of `print_data`: sealed, or in the clear with the recipient masked (taobao.md §6). */
export function printDataOf(waybill: Omit<TaobaoWaybill, 'printData'>): string {
  const printed = waybill.isEncrypted
    ? sealPrintData(dataOf(waybill, waybill.label.recipient), waybill.templateUrl)
    : signPrintData(dataOf(waybill, maskedPerson(waybill.label.recipient)), waybill.templateUrl);
  return JSON.stringify(printed);
}

function dataOf(waybill: Omit<TaobaoWaybill, 'printData'>, recipient: WaybillPerson): Record<string, unknown> {
  const { city, district, province } = waybill.label.recipient.address;
  const place = city === '' ? province : city;
  return {
    cpCode: waybill.cpCode,
    waybillCode: waybill.waybillCode,
    needEncrypt: waybill.isEncrypted,
    recipient: {
      ...recipient,
      tid: waybill.label.tid,
      secretConsigneeMobile: maskPhone(recipient.mobile),
    },
    sender: waybill.label.sender,
    packageInfo: { id: waybill.packageId, weight: waybill.label.weightGrams, items: waybill.label.items },
    routingInfo: {
      origin: { code: '579', name: '义乌' },
      startCenter: { code: '57900', name: '金华转运中心' },
      terminalCenter: { code: '100', name: `${place}转运中心` },
      receiveBranch: { code: '4001', name: `${place}${district}` },
      sortation: { name: `${Array.from(place).slice(0, 2).join('')}-${Array.from(district)[0] ?? ''}` },
      consolidation: { name: place },
    },
    shippingOption: { code: 'STANDARD_EXPRESS', title: '标准快递' },
    secretWaybillType: 'PRIVACY',
  };
}

function maskedPerson(person: WaybillPerson): WaybillPerson {
  return {
    ...person,
    name: maskName(person.name),
    mobile: maskPhone(person.mobile),
    phone: maskPhone(person.phone),
    address: { ...person.address, detail: maskAddress(person.address.detail) },
  };
}
