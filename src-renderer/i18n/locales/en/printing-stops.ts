import type { WithSingular } from '../../locale-shape.ts';
import type { printingStops as source } from '../zh-CN/printing-stops.ts';

/** Words of the printing centre about what stopped, what was held back, and what to do. Part of the namespace printing. */
export const printingStops: WithSingular<typeof source> = {
  stop: {
    title: '{{cause}}, label {{number}}',
    half: 'Label {{number}} may be half printed. None was printed twice, none is lost.',
    notBegun: 'Label {{number}} has not begun. None was printed twice, none is lost.',
    lookBoth: 'See that {{before}} is whole, tear off the half {{number}}',
    lookBefore: 'See that {{before}} is whole',
    lookHalf: 'Tear off label {{number}} if it is half',
    resume: 'Resume from label {{number}}',
    resumeBefore: 'Label {{number}} is cut too: from {{number}}',
    resumeAfter: 'Label {{number}} is whole: from {{next}}',
    allOut: 'Label {{number}} is whole: all done',
    other: 'From label',
    otherGo: 'Resume',
    marked_one: 'Label {{numbers}} gets a REPRINT mark.',
    marked_other: 'Labels {{numbers}} get a REPRINT mark.',
    heldNote_one: 'Label {{numbers}} was cancelled or refunded and will not print.',
    heldNote_other: 'Labels {{numbers}} were cancelled or refunded and will not print.',
    back: 'Back to what stopped',
  },
  cause: {
    'paper-out': {
      name: 'Out of paper',
      '1': 'Put in a new {{media}} roll',
      '2': 'Close the lid, press feed once',
    },
    'ribbon-out': {
      name: 'Out of ribbon',
      '1': 'Put in a new ribbon',
      '2': 'Close the lid, press feed once',
    },
    'head-open': {
      name: 'Lid open',
      '1': 'Press the lid down on both sides until it clicks',
      '2': 'Press feed once and wait for the green light',
    },
    jam: {
      name: 'Paper jam',
      '1': 'Open the lid and pull the paper out the way it goes',
      '2': 'Tear it straight, close the lid, press feed once',
    },
    paused: {
      name: 'Printer paused',
      '1': 'Press pause on the printer',
      '2': 'Wait for the green light',
    },
    'queue-held': {
      name: 'System queue held',
      '1': 'Open the queue of the system and resume it',
      '2': 'Delete this label from the queue if it is there',
    },
    overheated: {
      name: 'Head too hot',
      '1': 'Give it a few minutes to cool down',
      '2': 'If it happens often, lower density or speed',
    },
    'cutter-fault': {
      name: 'Cutter stuck',
      '1': 'Switch off and take the paper out of the cutter',
      '2': 'Switch on and wait for the green light',
    },
    'label-waiting': {
      name: 'Label waiting',
      '1': 'Take the label off the printer',
      '2': 'Wait until it is ready',
    },
    fault: {
      name: 'Printer fault',
      '1': 'Look at the lights or screen of the printer',
      '2': 'Switch it off, wait five seconds, switch it on',
    },
    off: {
      name: 'Printer not reached',
      '1': 'See that it is on and the cable is in',
      '2': 'On a network: see that both are in the same one',
    },
    'in-use': {
      name: 'Printer in use',
      '1': 'Close the other program that prints',
      '2': 'Wait until it lets go',
    },
    address: {
      name: 'Printer not found',
      '1': 'See that it is on and plugged in',
      '2': 'If port or address changed, add it again',
    },
    access: {
      name: 'No access',
      '1': 'Allow this printer in the system settings',
      '2': 'Print a test page',
    },
    'not-taken': {
      name: 'Not taken',
      '1': 'Check the printer language in its settings',
      '2': 'Print a test page',
    },
    'broke-off': {
      name: 'Broke off',
      '1': 'See that it is on and the cable is in',
      '2': 'Look at paper and lid',
    },
    restarted: {
      name: 'Chudan was closed',
      '1': 'See that it is on and has paper',
      '2': 'See which label came out last',
    },
    other: {
      name: 'Printing stopped',
      '1': 'See that it is on and its light is green',
      '2': 'Look at paper and lid',
    },
  },
  held: {
    title: 'Label {{number}} held back',
    titleOne: 'This label was held back',
    lead: {
      'order-cancelled': 'The platform was asked just before: the order is cancelled. No label came out.',
      'order-refunded': 'The platform was asked just before: the buyer was refunded. No label came out.',
      'cancel-requested': 'The buyer asked to cancel. No label came out; it is for you to decide.',
      'order-replaced': 'The platform split this order into others. No label came out.',
      'order-held': 'This order was put on hold. No label came out.',
    },
    '1': 'Put the goods back on the shelf',
    '2': 'Open the order and see what the platform says',
    leave: 'Leave it out',
    again: 'Ask again and print',
  },
  running: {
    title_one: '{{count}} label to go',
    title_other: '{{count}} labels to go',
    body: 'The stack has the same order and numbers as here.',
    pausedTitle: 'Paused before label {{number}}',
    pausedBody: 'None was printed twice, none is lost.',
  },
  news: {
    stopped: '{{cause}}, stopped at label {{number}}',
    stoppedOne: '{{cause}}, label not printed',
    resumed: 'Printing again from label {{number}}',
    paused: 'Paused',
    done_one: '{{count}} label printed',
    done_other: '{{count}} labels printed',
    held: '{{order}} held back: {{why}}',
    look: 'Look',
  },
};
