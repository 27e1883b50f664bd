import type { NetworkInterfaceInfo } from 'node:os';
import { describe, expect, it } from 'vitest';
import {
  isPrivate,
  localNetworks,
  networkOf,
  toAddress,
  toNumber,
} from '../../../../../src-main/adapters/printers/discovery/local-networks.ts';

function ipv4(cidr: string, internal = false): NetworkInterfaceInfo[] {
  const address = cidr.split('/')[0] ?? '';
  return [{ address, cidr, internal, family: 'IPv4', netmask: '', mac: '' }];
}

describe('localNetworks', () => {
  const firstAndLast = (interfaces: NodeJS.Dict<NetworkInterfaceInfo[]>) =>
    localNetworks(interfaces).map(({ first, last }) => `${toAddress(first)}-${toAddress(last)}`);

  it('is the private networks of this machine, without their first and last address', () => {
    expect(firstAndLast({ en0: ipv4('192.168.1.20/24'), en1: ipv4('10.4.6.9/22') })).toEqual([
      '192.168.1.1-192.168.1.254',
      '10.4.4.1-10.4.7.254',
    ]);
  });

  it('leaves out what is public, huge, a tunnel, a point to point line, or the machine itself', () => {
    expect(
      firstAndLast({
        eth0: ipv4('203.0.113.5/24'),
        eth1: ipv4('10.0.0.5/8'),
        eth2: ipv4('192.168.0.5/21'),
        utun3: ipv4('10.8.0.2/24'),
        'NordVPN TAP-Windows': ipv4('10.9.0.2/24'),
        docker0: ipv4('172.17.0.1/24'),
        ppp0: ipv4('10.1.1.1/32'),
        eth3: ipv4('10.1.2.1/31'),
        lo: ipv4('127.0.0.1/8', true),
        none: undefined,
      }),
    ).toEqual([]);
  });

  it('is one network for two cards in it, and four at most', () => {
    expect(firstAndLast({ wifi: ipv4('192.168.1.20/24'), lan: ipv4('192.168.1.21/24') })).toHaveLength(1);
    const many = Object.fromEntries(Array.from({ length: 9 }, (_, n) => [`en${n}`, ipv4(`192.168.${n}.2/24`)]));
    expect(firstAndLast(many)).toHaveLength(4);
  });

  it('counts addresses and back', () => {
    for (const address of ['0.0.0.0', '10.255.3.4', '192.168.1.1', '255.255.255.255']) {
      expect(toAddress(toNumber(address))).toBe(address);
    }
    expect(networkOf(toNumber('127.0.0.2'), 30)).toMatchObject({
      first: toNumber('127.0.0.1'),
      last: toNumber('127.0.0.2'),
    });
  });

  it('knows private addresses', () => {
    expect(['10.1.1.1', '172.16.0.1', '172.31.9.9', '192.168.4.4', '169.254.3.3'].every(isPrivate)).toBe(true);
    expect(['172.32.0.1', '172.15.0.1', '8.8.8.8', '100.64.0.1', '127.0.0.1', '192.169.1.1'].some(isPrivate)).toBe(
      false,
    );
  });
});
