import type { AppError } from '../../shared/errors.ts';
import type { KeptView } from '../../shared/model/kept-view.ts';
import type { ServerRef } from '../../shared/model/server.ts';
import { commonText, uiText } from '../../shared/words/app.ts';
import { errorText } from '../../shared/words/errors.ts';
import { formatClock, singleLine } from '../../shared/words/formats.ts';
import { trayText } from '../../shared/words/tray.ts';
import type { Usher } from '../core/usher.ts';
import type { Clock, Notifier } from '../ports.ts';

type Copied = Awaited<ReturnType<Usher['services']['secrets']['copyOfServer']>>;

/** Tells by a notification what was done where no window of ours is to be seen. A click leads to it in the window. */
export interface CopyTeller {
  /** Of a copy that was made for the server by that name. */
  readonly copied: (server: ServerRef & { readonly name: string }, copied: Copied) => void;
  readonly failed: (error: AppError, view: KeptView | null) => void;
}

export function createCopyTeller(deps: {
  readonly usher: Pick<Usher, 'services'>;
  readonly notifier: Notifier;
  readonly clock: Clock;
}): CopyTeller {
  const { usher, notifier, clock } = deps;
  const { guard, wanted } = usher.services;

  const failed = (error: AppError, view: KeptView | null): void => {
    const { title, detail } = errorText(error);
    notifier.show({ title, body: detail }, () => wanted.want(view));
  };
  const copied: CopyTeller['copied'] = ({ name, ...server }, result) => {
    const view = { view: 'server', ...server } as const;
    if (!result.ok) {
      failed(result.error, view);
      return;
    }
    const held = guard.state();
    // It was cleared, or another one was copied, before the keychain had it.
    if (held.kind === 'empty' || held.tokenId !== result.value.token.id) return;
    const { title, clearsAt } = trayText().copied(singleLine(name));
    const body = [
      result.value.kind === 'copiedUnchecked'
        ? commonText().sentence(uiText().copiedUnchecked)
        : null,
      held.remainingMs === null ? null : clearsAt(formatClock(clock.now() + held.remainingMs)),
    ];
    notifier.show({ title, body: body.filter((part) => part !== null).join(' ') }, () =>
      wanted.want(view),
    );
  };
  return { copied, failed };
}
