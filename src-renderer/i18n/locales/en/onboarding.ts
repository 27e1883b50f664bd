import type { WithSingular } from '../../locale-shape.ts';
import type { onboarding as source } from '../zh-CN/onboarding.ts';

export const onboarding: WithSingular<typeof source> = {
  steps: {
    start: 'Start',
    shops: 'Shop',
    board: 'Board',
  },
  language: {
    label: 'Language',
    system: 'As the system ({{name}})',
  },
  title: 'Look around first, or connect a shop?',
  lead: 'From new order to label with one key. You can switch at any time.',
  demo: {
    title: 'Use the demo shop',
    body: "A day's orders of five shops, a virtual printer, two minutes.",
    do: 'Start the demo',
    starting: 'Stocking the shelves',
    steps: {
      shop: 'Open five demo shops',
      orders: 'Putting in a day of orders',
      printer: 'Plugging in the virtual printer',
    },
  },
  shop: {
    title: 'Connect my shop',
    body: 'One is enough to begin.',
    do: 'Connect the first',
    connect: 'Connect {{platform}}',
  },
  connect: {
    title: 'Connect {{platform}}',
    lead: 'Follow the steps to the keys, fill them in, test first.',
  },
  promise: 'Orders and buyer data stay on this computer, encrypted.',
  vault: {
    starting: {
      title: 'Opening',
      body: 'Looking through the data. A moment.',
      long: 'There is a lot of it. Keep the window open.',
    },
    choose: {
      title: 'Choose a passphrase for the data',
      body: 'This computer has no keychain, so there is no place to keep the key for you. A passphrase does it instead; it is asked at each start.',
      lost: 'Forgotten, it cannot be recovered by anyone. Write it down and keep it safe.',
      first: 'Passphrase',
      again: 'Once more',
      short: 'At least 8 characters',
      differ: 'The two differ',
      do: 'Set it and start',
      doing: 'Encrypting',
      show: 'Show passphrase',
      length_one: '{{count}} character',
      length_other: '{{count}} characters',
    },
    unlock: {
      title: 'Passphrase',
      body: 'The data is on this computer, encrypted.',
      label: 'Passphrase',
      do: 'Open',
      doing: 'Opening',
      wrong: 'Wrong passphrase',
      wrongCount: 'Wrong passphrase, {{count}} tries',
      caps: 'Caps lock is on',
    },
    recovery: {
      title: 'Data did not open, file untouched',
      folder: 'Open data folder',
      where: 'Data is in',
      todo: {
        'wrong-key': {
          '1': 'The file may come from another computer, or the system keychain was changed',
          '2': 'Put back the earlier data folder and open again',
        },
        'newer-version': {
          '1': 'Install the newest Chudan and open again',
          '2': 'This version does not touch it, the data is safe',
        },
        damaged: {
          '1': 'First copy the whole data folder',
          '2': 'Put the newest file from backups in its place and open again',
        },
        'migration-failed': {
          '1': 'See that the disk has room, then open again',
          '2': 'Still no: go back to the previous version, the data was not changed',
        },
        'in-use': {
          '1': 'Close the other window and open again',
          '2': 'If there is none, restart the computer',
        },
        'disk-full': {
          '1': 'Free 1 GB or more',
          '2': 'Open again',
        },
        unavailable: {
          '1': 'See whether it is read-only or locked by another program',
          '2': 'Open again',
        },
        failed: {
          '1': 'First copy the whole data folder',
          '2': 'Restart the computer and open again',
        },
        'key-file-damaged': {
          '1': 'Take key.json from a backup of your own, put it into the data folder and open again',
          '2': 'Without a backup, copy the whole folder first. Delete nothing: without its key nobody can open it',
        },
        'keychain-lost': {
          '1': 'Sign in with the system account of before and open again: another account, computer or a fresh system has another keychain',
          '2': 'Copy the whole data folder first. Delete nothing',
        },
        'key-missing': {
          '1': 'Find key.json, put it back into the data folder and open again',
          '2': 'Look in the bin and in your own backups. Without it nobody can open this data',
        },
        unexpected: {
          '1': 'Open Chudan again',
          '2': 'If it stays so, copy the whole data folder, then install the newest Chudan',
        },
        'not-ours': {
          '1': 'Another file sits in the data folder: move it away',
          '2': 'Put the original data file back and open again',
        },
      },
    },
  },
};
