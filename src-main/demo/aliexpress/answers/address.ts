import type { AliOrder } from '../order.ts';
import { masked } from './values.ts';

/** The parts of an address that every operation gives: the person masked, the place clear. */
export function maskedAddress(order: AliOrder): Record<string, unknown> {
  const { address } = order;
  return {
    contact_person: masked(address.contactPerson),
    country: address.country,
    province: address.province,
    city: address.city,
    address: masked(address.detailAddress),
    address2: masked(address.address2),
    detail_address: masked(address.detailAddress),
    zip: address.zip,
    phone_country: address.phoneCountry,
    mobile_no: masked(address.mobileNo),
    phone_number: '',
    phone_area: '',
    fax_area: '',
    fax_country: '',
    fax_number: '',
  };
}

/** `findorderreceiptinfo`: with the digest and the CPF. */
export function receiptInfo(order: AliOrder): Record<string, unknown> {
  const { address } = order;
  return {
    ...maskedAddress(order),
    country_name: address.countryName,
    oaid: order.oaid,
    cpf_no: address.country === 'BR' ? address.taxNumber : null,
  };
}

/** The twin has neither of the two (platform SDK, November 2023). */
export function receiptInfoTwin(order: AliOrder): Record<string, unknown> {
  const { address } = order;
  return {
    ...maskedAddress(order),
    country_name: address.countryName,
    localized_address: address.localizedAddress === '' ? null : masked(address.localizedAddress),
  };
}

/** For countries whose customs want papers. */
export function deliveryInfo(order: AliOrder): Record<string, unknown> {
  const { address } = order;
  const { fax_area: _area, fax_country: _country, fax_number: _number, ...place } = maskedAddress(order);
  return {
    ...place,
    country_name: address.countryName,
    tax_number: address.taxNumber === '' ? null : address.taxNumber,
    passport_no: address.passport?.no,
    passport_issue_date: address.passport?.issuedOn,
    passport_birthday: address.passport?.birthday,
    passport_issue_authority: address.passport?.authority,
    passport_first_name: address.passport === null ? null : masked(order.buyer.firstName),
    passport_middle_name: address.passport === null ? null : '',
    passport_last_name: address.passport === null ? null : masked(order.buyer.lastName),
  };
}

/** `result_obj` of `decrypt`: only what is masked elsewhere. */
export function plainAddress(order: AliOrder): Record<string, unknown> {
  const { address, buyer } = order;
  return {
    contact_person: address.contactPerson,
    detail_address: address.detailAddress,
    address2: address.address2,
    mobile_no: address.mobileNo,
    phone_number: '',
    buyer_signer_fullname: `${buyer.firstName} ${buyer.lastName}`,
    first_name: buyer.firstName,
  };
}
