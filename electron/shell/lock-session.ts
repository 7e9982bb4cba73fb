import type { Session } from 'electron';
import { denyPermissions } from './deny-permissions.ts';
import { pageOrigin } from './page-address.ts';

/** SECURITY: by default Electron loads from anywhere and saves what is sent. The page needs its own files alone. */
export async function lockSession(session: Session, isDevelopment: boolean): Promise<void> {
  denyPermissions(session);
  // SECURITY: what WebRTC sends over TCP meets no rule of the session's but its proxy, and this one leads nowhere: port 1 of
  // this computer, also for this computer's own addresses.
  await session.setProxy({
    proxyRules: 'socks5://127.0.0.1:1',
    proxyBypassRules: '<-loopback>',
  });
  session.webRequest.onBeforeRequest((request, decide) => {
    const isOurs = request.url.startsWith(`${pageOrigin}/`);
    const isDevTools = isDevelopment && request.url.startsWith('devtools://');
    decide({ cancel: !isOurs && !isDevTools });
  });
  session.on('will-download', (event) => event.preventDefault());
}
