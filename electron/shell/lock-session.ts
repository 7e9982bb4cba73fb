import type { Session } from 'electron';
import { denyPermissions } from './deny-permissions.ts';
import { pageOrigin } from './page-address.ts';

/** SECURITY: by default Electron loads from anywhere and saves what is sent. The page needs its own files alone. */
export function lockSession(session: Session, isDevelopment: boolean): void {
  denyPermissions(session);
  session.webRequest.onBeforeRequest((request, decide) => {
    const isOurs = request.url.startsWith(`${pageOrigin}/`);
    const isDevTools = isDevelopment && request.url.startsWith('devtools://');
    decide({ cancel: !isOurs && !isDevTools });
  });
  session.on('will-download', (event) => event.preventDefault());
}
