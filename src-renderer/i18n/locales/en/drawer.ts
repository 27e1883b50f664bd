import type { WithSingular } from '../../locale-shape.ts';
import type { drawer as source } from '../zh-CN/drawer.ts';

export const drawer: WithSingular<typeof source> = {
  clock: {
    'ship-by': 'Ship by {{when}}',
    'auto-cancel': 'The platform cancels {{when}}',
    promise: 'You promised {{when}}',
    case: 'Case due {{when}}',
    'first-reply': 'Answer the buyer by {{when}}',
    'hold-end': 'On hold until {{when}}',
  },
  deadlines: {
    title: 'Deadlines',
    none: 'No clock runs',
    reckoned: "By the platform's rule",
    calendar: 'Working days, {{country}}',
    elsewhere: '{{time}}, {{zone}}',
  },
  promise: {
    set: 'Set a promise',
    change: 'Change the promise',
    title: 'When will it ship?',
    today: 'Today 18:00',
    tomorrow: 'Tomorrow 18:00',
    days3: '3 working days',
    exact: 'Or an exact time',
    save: 'Promise',
    drop: 'Drop the promise',
    past: 'That time has passed',
  },
  siblings: {
    title: 'Same buyer',
    together: 'Same parcel',
    merge: 'Merge',
    mergeAll: 'All in one parcel',
    part: 'Split',
    partAll: 'Split all',
    open: 'Open order {{number}}',
  },
  money: {
    paid: 'Buyer paid',
    fees: 'Platform fees',
    feesEstimated: 'Fees (estimate)',
    goods: 'Cost of goods',
    postage: 'Postage',
    margin: 'Left over',
    loss: 'Loss',
    share: 'Margin',
    unknown: 'Not known',
    withoutRate: 'No rate for {{from}} → {{to}}',
    setRates: 'Set rates',
  },
};
