import { parseUrl } from '../parse-url.ts';
import { isLoopback } from './is-loopback.ts';

/** Whether what is sent to this address can be read on the way: plain http to any computer but this one. */
export const isExposed = (uri: string): boolean => {
  const url = parseUrl(uri);
  return url === null || (url.protocol !== 'https:' && !isLoopback(url.hostname));
};
