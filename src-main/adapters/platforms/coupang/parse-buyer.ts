import type { OrderFacts } from '../../../core/order/facts.ts';
import type { SheetShape } from './sheet-schema.ts';

type BuyerFacts = Pick<OrderFacts, 'buyerName' | 'address' | 'buyerNote'> & { readonly customsId: string | null };

/** PCCC, 개인통관고유부호: the number that Korean customs wants of whoever receives goods from abroad. */
const CLEARANCE_CODE = /^P\d{12}$/i;

/** Who ordered, where it goes (with the relay number, which the label carries too), and what the buyer wrote. */
export function parseBuyer(sheet: SheetShape): BuyerFacts {
  const { receiver, orderer } = sheet;
  return {
    buyerName: orderer?.name ?? null,
    address:
      receiver === null
        ? null
        : {
            name: receiver.name ?? '',
            phone: receiver.safeNumber ?? receiver.receiverNumber,
            lines: [receiver.addr1, receiver.addr2].filter((line) => line !== null),
            city: null,
            region: null,
            postcode: receiver.postCode,
            country: 'KR',
          },
    buyerNote: noteOf(sheet),
    customsId: sheet.overseaShippingInfoDto?.personalCustomsClearanceCode ?? null,
  };
}

/** The wish for the courier, then what was typed in for made-to-order goods, each line by its heading. */
function noteOf({ parcelPrintMessage, orderItems }: SheetShape): string | null {
  const made = orderItems.flatMap((item) => {
    const values =
      item.etcInfoValues.length > 0 ? item.etcInfoValues : [item.etcInfoValue].filter((one) => one !== null);
    if (values.length === 0) return [];
    return [`${item.etcInfoHeader === null ? '' : `${item.etcInfoHeader}: `}${values.join(' / ')}`];
  });
  const lines = [parcelPrintMessage, ...made].filter((line) => line !== null);
  return lines.length === 0 ? null : lines.join('\n');
}

/** True for goods from abroad whose clearance code is missing or has another form: customs would keep the parcel. */
export function lacksClearance({ overseaShippingInfoDto }: SheetShape): boolean {
  if (overseaShippingInfoDto === null) return false;
  const { personalCustomsClearanceCode: code, ordererPhoneNumber } = overseaShippingInfoDto;
  // Goods from inside the country carry neither a code nor a phone for customs.
  return code === null ? ordererPhoneNumber !== null : !CLEARANCE_CODE.test(code);
}
