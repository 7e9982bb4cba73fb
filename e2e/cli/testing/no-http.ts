import type { Fault } from '../../fake-plex/state/fault-list.ts';

/** What no HTTP knows: such a status, and a header of such bytes. */
export const noHttp = (status: number): Fault['action'] => ({
  raw: `HTTP/1.1 ${status} No\r\nX-Name: caf\xe9 \xff\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}`,
});
