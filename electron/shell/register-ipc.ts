import { ipcMain, type IpcMainInvokeEvent, type WebContents } from 'electron';
import { requestChannel, requestNames, stateChannel } from '../../shared/contract.ts';
import { err } from '../../shared/result.ts';
import type { EventBus } from '../core/event-bus.ts';
import { answerRequest } from '../ipc/answer-request.ts';
import type { RequestHandlers } from '../ipc/request-handlers.ts';
import type { Log } from '../ports.ts';
import { pageOrigin } from './page-files.ts';

/**
 * SECURITY: the only file that touches `ipcMain`. The order is fixed: sender and frame checked, name known (a channel exists
 * for known names only), payload parsed, service run, answer.
 */
export function registerIpc(deps: {
  readonly handlers: RequestHandlers;
  readonly events: EventBus;
  readonly log: Log;
  /** The one page that may ask, or null while there is none. */
  readonly page: () => WebContents | null;
}): void {
  for (const name of requestNames) {
    ipcMain.handle(requestChannel(name), async (event, payload: unknown) => {
      if (!isOurPage(event, deps.page())) {
        deps.log.warn('ipc.refusedSender', { name });
        return err({ code: 'request.invalid' });
      }
      return answerRequest(deps, name, payload);
    });
  }
  deps.events.subscribe((change) => {
    const page = deps.page();
    if (page !== null && !page.isDestroyed()) page.send(stateChannel, change);
  });
}

/**
 * SECURITY: only the main frame of our window, with our page under its policy, which takes its origin away; not a
 * sub-frame, a navigated page or another window.
 */
function isOurPage(event: IpcMainInvokeEvent, page: WebContents | null): boolean {
  const frame = event.senderFrame;
  return (
    page !== null &&
    event.sender.id === page.id &&
    frame !== null &&
    frame.parent === null &&
    frame.url.startsWith(`${pageOrigin}/`) &&
    frame.origin === 'null'
  );
}
