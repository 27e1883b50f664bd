import { isLoopback, isPrivateWay } from '../shared/read-settings.ts';

/** An address of a document may lie on any host of the net; on this machine only when the shop itself is a simulator on it. */
export function isFairUrl(text: string, baseUrl: string): boolean {
  if (!URL.canParse(text)) return false;
  const url = new URL(text);
  const isFair = isPrivateWay(url) && (!isLoopback(url) || isLoopback(new URL(baseUrl)));
  return isFair && url.username === '' && url.password === '';
}
