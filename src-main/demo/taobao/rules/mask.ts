import type { Receiver } from '../trade.ts';

/** Letters that stay readable in a masked address: what kind of place it is, not which. */
const kept = /[路街道巷弄号幢栋楼室单元层村苑园]/u;

/** `李*`: the family name stays (taobao.md §4.3). */
export function maskName(name: string): string {
  const letters = Array.from(name);
  return letters.length === 0 ? '' : `${letters[0] ?? ''}${'*'.repeat(Math.max(1, letters.length - 1))}`;
}

/** `*******1234`: the last four stay. */
export function maskPhone(phone: string): string {
  return phone.length <= 4 ? '*'.repeat(phone.length) : '*'.repeat(phone.length - 4) + phone.slice(-4);
}

/** `望京**路*号`: the first two letters and the kinds of place stay, a number becomes one star. */
export function maskAddress(address: string): string {
  const letters = Array.from(address.replaceAll(/[\dA-Za-z]+/gu, '0'));
  return letters
    .map((letter, index) => (index < 2 && letter !== '0' ? letter : kept.test(letter) ? letter : '*'))
    .join('');
}

/** The nick of a buyer, as most apps get it. */
export function maskNick(nick: string): string {
  return nick === '' ? '' : `${Array.from(nick)[0] ?? ''}**`;
}

/** Name, telephones and street are masked; province, city, district and town stay clear. */
export function maskedReceiver(receiver: Receiver): Receiver {
  return {
    ...receiver,
    name: maskName(receiver.name),
    mobile: maskPhone(receiver.mobile),
    phone: maskPhone(receiver.phone),
    address: maskAddress(receiver.address),
  };
}
