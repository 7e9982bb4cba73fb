import type { Session } from 'electron';

/** SECURITY: by default Electron grants every permission. Usher needs none, in no session, not even one made by mistake. */
export function denyPermissions(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, decide) => decide(false));
  session.setPermissionCheckHandler(() => false);
  // SECURITY: HID, serial and USB devices are asked for apart from permissions.
  session.setDevicePermissionHandler(() => false);
  // SECURITY: no screen is shared.
  session.setDisplayMediaRequestHandler((_request, decide) => decide({}));
}
