import { networkInterfaces, type NetworkInterfaceInfo } from 'node:os';

/** Part of a local network: its addresses from the first to the last usable one, as 32-bit numbers. */
export interface LocalNetwork {
  readonly first: number;
  readonly last: number;
  /** This machine's own address in it. */
  readonly own: number;
}

/** Larger networks are a company's or a VPN's; a scan of them would disturb, and take minutes. */
const SHORTEST_PREFIX = 22;
const LONGEST_PREFIX = 30;
const MAX_NETWORKS = 4;
/** Tunnels and virtual machines: no printer of the desk is behind them. */
const TUNNELS =
  /^(utun|tun|tap|wg|ppp|ipsec|zt|tailscale|docker|br-|veth|virbr|vmnet|vboxnet)|vEthernet|VPN|TAP-Windows|Tailscale|ZeroTier/i;

/** The machine's own private IPv4 networks that are small enough to be looked through (RFC 1918). */
export function localNetworks(
  interfaces: NodeJS.Dict<NetworkInterfaceInfo[]> = networkInterfaces(),
): readonly LocalNetwork[] {
  const networks = new Map<number, LocalNetwork>();
  for (const [name, addresses] of Object.entries(interfaces)) {
    if (TUNNELS.test(name)) continue;
    for (const { family, internal, address, cidr } of addresses ?? []) {
      const prefix = Number(cidr?.split('/')[1] ?? Number.NaN);
      if (family !== 'IPv4' || internal || !isPrivate(address)) continue;
      if (!(prefix >= SHORTEST_PREFIX && prefix <= LONGEST_PREFIX)) continue;
      const network = networkOf(toNumber(address), prefix);
      networks.set(network.first, network);
    }
  }
  return [...networks.values()].slice(0, MAX_NETWORKS);
}

/** The network of this address, without its first (the network itself) and last address (broadcast). */
export function networkOf(own: number, prefix: number): LocalNetwork {
  const size = 2 ** (32 - prefix);
  const start = own - (own % size);
  return { own, first: start + 1, last: start + size - 2 };
}

/** RFC 1918 and RFC 3927 (addresses that machines give themselves on a cable without a router). */
export function isPrivate(address: string): boolean {
  const [one = 0, two = 0] = address.split('.').map(Number);
  if (one === 10 || (one === 192 && two === 168)) return true;
  return (one === 172 && two >= 16 && two <= 31) || (one === 169 && two === 254);
}

export function toNumber(address: string): number {
  return address.split('.').reduce((value, part) => value * 256 + Number(part), 0);
}

export function toAddress(value: number): string {
  return [24, 16, 8, 0].map((shift) => Math.floor(value / 2 ** shift) % 256).join('.');
}
