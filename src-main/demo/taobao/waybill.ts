/** A carrier that the seller subscribed to, with its branch, its balance and where parcels may be sent from. */
export interface WaybillSubscription {
  cpCode: string;
  /** 1 direct, 2 franchise, 3 local, 4 direct with branches. */
  cpType: 1 | 2 | 3 | 4;
  branchCode: string;
  branchName: string;
  branchStatus: number;
  /** Numbers that can still be taken; carriers with a monthly account have no balance and ignore it. */
  quantity: number;
  allocatedQuantity: number;
  cancelQuantity: number;
  printQuantity: number;
  segmentCode: string;
  brandCode: string;
  customerCodes: string[];
  addresses: WaybillAddress[];
  services: WaybillService[];
}

export interface WaybillAddress {
  addressId: string;
  province: string;
  city: string;
  district: string;
  town: string;
  detail: string;
}

export interface WaybillService {
  code: string;
  name: string;
  isRequired: boolean;
  attributes: { code: string; name: string; type: 'number' | 'string' | 'enum'; description: string }[];
}

/** A number that was taken, with what is going to stand on its label. */
export interface TaobaoWaybill {
  waybillCode: string;
  cpCode: string;
  brandCode: string;
  objectId: string;
  tradeOrders: string[];
  packageId: string;
  state: 'taken' | 'cancelled';
  takenMs: number;
  cancelledMs: number | null;
  templateUrl: string;
  isEncrypted: boolean;
  label: WaybillLabel;
  /** The answer as it was given, to give it again. */
  printData: string;
  /** Marks the request, so that the same one gets the same number. */
  requestMark: string;
  updates: number;
  /** Times its print data was given again. */
  reprints: number;
}

/** Plain text: only the platform and the print client see it. */
export interface WaybillLabel {
  sender: WaybillPerson;
  recipient: WaybillPerson;
  tid: string;
  oaid: string;
  weightGrams: number;
  items: { name: string; count: number }[];
}

export interface WaybillPerson {
  name: string;
  mobile: string;
  phone: string;
  address: { province: string; city: string; district: string; town: string; detail: string };
}
