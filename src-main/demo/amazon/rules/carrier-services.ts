/** Services that a seller can buy a label for. Prices are the demo's own. */
export interface CarrierService {
  serviceId: string;
  serviceName: string;
  carrierId: string;
  carrierName: string;
  /** Where it starts; lower two-letter codes of countries. */
  from: readonly string[];
  baseMinor: number;
  days: readonly [low: number, high: number];
  makeTrackingId: (serial: number) => string;
}

const services: readonly CarrierService[] = [
  {
    serviceId: 'USPS_PTP_GND_ADV',
    serviceName: 'USPS Ground Advantage',
    carrierId: 'USPS',
    carrierName: 'USPS',
    from: ['US'],
    baseMinor: 485,
    days: [2, 5],
    makeTrackingId: (serial) => `9400111899${String(serial).padStart(12, '0')}`,
  },
  {
    serviceId: 'UPS_PTP_GND',
    serviceName: 'UPS Ground',
    carrierId: 'UPS',
    carrierName: 'UPS',
    from: ['US', 'DE', 'GB', 'FR', 'IT', 'ES'],
    baseMinor: 842,
    days: [1, 5],
    makeTrackingId: (serial) => `1Z999AA1${String(serial).padStart(10, '0')}`,
  },
  {
    serviceId: 'AMZN_SHIPPING_STD',
    serviceName: 'Amazon Shipping Standard',
    carrierId: 'AMZN_US',
    carrierName: 'Amazon Shipping',
    from: ['US', 'GB', 'IN', 'IT', 'ES', 'FR', 'JP', 'AE', 'SA', 'EG'],
    baseMinor: 512,
    days: [2, 4],
    makeTrackingId: (serial) => `TBA${String(300_000_000_000 + serial)}`,
  },
  {
    serviceId: 'YANWEN_TRACKED',
    serviceName: 'Yanwen Tracked Air Mail',
    carrierId: 'YANWEN',
    carrierName: 'Yanwen',
    from: ['CN'],
    baseMinor: 690,
    days: [9, 18],
    makeTrackingId: (serial) => `UA${String(400_000_000 + serial).padStart(9, '0')}YP`,
  },
];

/** What can be bought from a country; `GB` and the platform's own `UK` are one. */
export function servicesFrom(countryCode: string): readonly CarrierService[] {
  const country = countryCode === 'UK' ? 'GB' : countryCode;
  return services.filter((service) => service.from.includes(country));
}

/** Null for a service that does not exist. */
export function serviceById(serviceId: string): CarrierService | null {
  return services.find((service) => service.serviceId === serviceId) ?? null;
}

/** A price by weight, in minor units. */
export function priceMinor(service: CarrierService, grams: number): number {
  return service.baseMinor + Math.ceil(grams / 100) * 12;
}
