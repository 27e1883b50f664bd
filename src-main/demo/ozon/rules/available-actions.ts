import type { OzonPosting } from '../posting.ts';

/** `available_actions` as the documents list them, for the posting as it stands. */
export function availableActions(posting: OzonPosting): string[] {
  return [
    ...actionsByStatus(posting),
    ...(posting.customer === null ? [] : ['customer_phone_available']),
    'can_create_chat',
  ];
}

function actionsByStatus(posting: OzonPosting): string[] {
  switch (posting.status) {
    case 'awaiting_packaging':
      return toPackActions(posting);
    case 'awaiting_registration':
      return ['cancel'];
    case 'awaiting_deliver':
      return ['cancel', ...labelActions(posting), ...sellerDeliveryActions(posting)];
    case 'driver_pickup':
      return ['click_track_number'];
    case 'delivering':
      return ['click_track_number', ...sellerDeliveryActions(posting)];
    case 'arbitration':
      return ['awaiting_delivery', 'cancel'];
    case 'delivered':
      return ['click_track_number'];
    default:
      return [];
  }
}

function toPackActions(posting: OzonPosting): string[] {
  if (posting.isShipping) return ['ship_async_in_process'];
  // The documents' own samples hold this value although their list does not.
  const common = ['cancel', 'product_cancel', 'has_barcode_for_printing'];
  if (posting.substatus === 'posting_awaiting_passport_data') return ['cancel'];
  return posting.substatus === 'ship_failed' ? ['ship_async_retry', ...common] : ['ship', 'ship_async', ...common];
}

function labelActions(posting: OzonPosting): string[] {
  const hasOzonLabel = posting.integration === 'ozon' || posting.integration === 'aggregator';
  return hasOzonLabel ? ['label_download', 'label_download_big', 'label_download_small'] : [];
}

function sellerDeliveryActions(posting: OzonPosting): string[] {
  if (posting.integration !== '3pl_tracking' && posting.integration !== 'non_integrated') return [];
  if (posting.isChangingStatus) return ['set_track_number'];
  if (posting.status === 'awaiting_deliver') {
    return posting.integration === '3pl_tracking' && posting.trackingNumber === ''
      ? ['set_track_number']
      : ['set_track_number', 'non_int_delivering'];
  }
  const isLastMile = posting.substatus === 'posting_in_courier_service';
  return ['set_track_number', isLastMile ? 'non_int_delivered' : 'non_int_last_mile'];
}
