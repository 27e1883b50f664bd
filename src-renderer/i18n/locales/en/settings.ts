import type { WithSingular } from '../../locale-shape.ts';
import type { settings as source } from '../zh-CN/settings.ts';

export const settings: WithSingular<typeof source> = {
  title: 'Settings',
  language: {
    title: 'Language',
    system: 'As the system',
    'zh-CN': '简体中文',
    'zh-TW': '繁體中文',
    en: 'English',
  },
  look: {
    title: 'Look',
    theme: 'Theme',
    system: 'As the system',
    light: 'Light',
    dark: 'Dark',
    density: 'Density',
    comfortable: 'Comfortable',
    compact: 'Compact',
    densityHelp: 'Compact leaves out pictures and shows twice as much.',
  },
  work: {
    title: 'Habits',
    undo: 'Time to undo',
    undoHelp: 'Nothing goes to a platform before it is over.',
    undoNone: 'None',
    undoSeconds_one: '{{count}} s',
    undoSeconds_other: '{{count}} s',
    push: 'When to push tracking numbers',
    print: 'At print',
    printHelp: 'Pushed as soon as the label is printed. Never late.',
    'hand-over': 'At hand-over',
    'hand-overHelp': 'Pushed when the parcel leaves your hands.',
    'first-scan': 'At first scan',
    'first-scanHelp': 'Pushed when the carrier scans it. For shops fined for early numbers.',
  },
  data: {
    title: 'Data',
    folder: 'Data folder',
    show: 'Open folder',
    promise: 'Orders and buyer data stay on this computer, encrypted.',
    demo: 'This is demo data.',
  },
  about: {
    version: 'Version',
    name: 'Chudan',
  },
};
