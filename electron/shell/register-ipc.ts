import { ipcMain, type IpcMainInvokeEvent, type WebContents } from 'electron';
import {
  requestChannel,
  requestNames,
  stateChannel,
  type RequestName,
} from '../../shared/contract.ts';
import { err, type Result } from '../../shared/result.ts';
import type { EventBus } from '../core/event-bus.ts';
import { withMarkedDirections } from '../ipc/shown-text.ts';
import type { Log } from '../ports.ts';
import { pageOrigin } from './page-files.ts';

/**
 * SECURITY: the only file that touches `ipcMain`. The order is fixed: sender and frame checked, name known (a channel exists
 * for known names only), payload parsed, service run, answer. A page that asks before the profile is open waits for that;
 * where it can't be opened there is no answer.
 */
export function answerPage(deps: {
  readonly answer: Promise<Answer | null>;
  readonly log: Log;
  readonly page: Page;
}): void {
  const { log, page } = deps;
  for (const name of requestNames) {
    ipcMain.handle(requestChannel(name), async (event, payload: unknown) => {
      if (!isOurPage(event, page())) {
        log.warn('ipc.refusedSender', { name });
        return err({ code: 'request.invalid' });
      }
      const answer = await deps.answer;
      return answer === null ? err({ code: 'request.invalid' }) : answer(name, payload);
    });
  }
}

/** Parses what was sent with a request, and runs it. */
export type Answer = (name: RequestName, payload: unknown) => Promise<Result<unknown>>;

/** The one page that may ask, or null while there is none. */
type Page = () => WebContents | null;

/** Tells the page of every change of the state. */
export function tellPage(events: EventBus, page: Page): void {
  events.subscribe((change) => {
    const told = page();
    if (told !== null && !told.isDestroyed()) told.send(stateChannel, withMarkedDirections(change));
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
