import { ipcMain, type IpcMainInvokeEvent, type WebContents } from 'electron';
import type { Door } from '../../shared/contract.ts';
import type { StateChange } from '../../shared/model/state.ts';
import { err, type Result } from '../../shared/result.ts';
import type { EventBus } from '../core/event-bus.ts';
import { withMarkedDirections } from '../ipc/shown-text.ts';
import type { Log } from '../ports.ts';
import { pageOrigin } from './page-files.ts';

/**
 * SECURITY: the only file that touches `ipcMain`. The order is fixed: sender and frame checked, name known (a channel exists
 * for known names only), payload parsed, service run, answer. Each page has a door of its own, and is let in at no other. A
 * page that asks before the profile is open waits for that; where it can't be opened there is no answer.
 */
export function answerPage<Name extends string>(deps: {
  readonly door: Door<Name>;
  readonly answer: Promise<Answer<Name> | null>;
  readonly log: Log;
  readonly page: Page;
}): void {
  const { door, log, page } = deps;
  for (const name of door.names) {
    ipcMain.handle(door.requestChannel(name), async (event, payload: unknown) => {
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
export type Answer<Name extends string> = (
  name: Name,
  payload: unknown,
) => Promise<Result<unknown>>;

/** The one page that may ask, or null while there is none. */
export type Page = () => WebContents | null;

/** Tells the page of every change of the state, or of as much of it as it is told; null where that is nothing. */
export function tellPage(deps: {
  readonly events: EventBus;
  readonly page: Page;
  readonly channel: string;
  readonly told?: (change: StateChange) => object | null;
}): void {
  const { events, page, channel, told = (change: StateChange): object | null => change } = deps;
  events.subscribe((change) => {
    const contents = page();
    if (contents === null || contents.isDestroyed()) return;
    const part = told(change);
    if (part !== null) contents.send(channel, withMarkedDirections(part));
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
