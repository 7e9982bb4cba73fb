import type { Session } from 'electron';
import { pageOrigin } from './page-address.ts';

/** SECURITY: by default Electron grants every permission and loads from anywhere. The page needs neither. */
export function lockSession(session: Session, isDevelopment: boolean): void {
  session.setPermissionRequestHandler((_contents, _permission, decide) => decide(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.setDisplayMediaRequestHandler((_request, decide) => decide({}));
  session.webRequest.onBeforeRequest((request, decide) => {
    const isOurs = request.url.startsWith(`${pageOrigin}/`);
    const isDevTools = isDevelopment && request.url.startsWith('devtools://');
    decide({ cancel: !isOurs && !isDevTools });
  });
  session.on('will-download', (event) => event.preventDefault());
}
