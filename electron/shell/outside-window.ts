import type { KeptView } from '../../shared/model/kept-view.ts';
import type { Usher } from '../core/usher.ts';
import { readSecretService } from '../process/system-probe.ts';
import { watchScreen } from './system-events.ts';

/** What is done without the window, from the tray or quick access, has in common: it never asks the person anything. */
export interface OutsideWindow {
  /** Nothing is done then, and what was under way leaves nothing behind. */
  isScreenLocked(): boolean;
  /** Calls back with each change of that. */
  onScreen(listener: () => void): void;
  /** Whether the keychain would have to ask the person before it answers, as far as that can be told without asking. */
  wouldKeychainAsk(): Promise<boolean>;
  /** Brings the window to the front, at this view or wherever it is. */
  show(view: KeptView | null): void;
}

export function createOutsideWindow(deps: {
  readonly usher: Pick<Usher, 'services'>;
  readonly showWindow: () => void;
}): OutsideWindow {
  const { usher, showWindow } = deps;
  const { vaultStatus, wanted } = usher.services;
  const listeners: (() => void)[] = [];
  let isScreenLocked = false;
  watchScreen((isLocked) => {
    isScreenLocked = isLocked;
    for (const listener of listeners) listener();
  });
  return {
    isScreenLocked: () => isScreenLocked,
    onScreen: (listener) => void listeners.push(listener),
    wouldKeychainAsk: async () => {
      const { kind } = vaultStatus.state();
      if (kind === 'sessionOnly') return false;
      return kind === 'unusable' || vaultStatus.activity().isWaiting || (await wouldKeyringAsk());
    },
    show: (view) => {
      wanted.want(view);
      showWindow();
    },
  };
}

/** On Linux the keyring tells without asking anybody; elsewhere nothing does before it is asked for a secret. */
async function wouldKeyringAsk(): Promise<boolean> {
  if (process.platform !== 'linux') return false;
  const { service, collection } = await readSecretService(process.env);
  return service !== 'missing' && collection !== 'unlocked';
}
