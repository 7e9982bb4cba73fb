import { createSignal, type Accessor } from 'solid-js';
import type { AppError } from '../../../shared/errors.ts';
import type { HomeMember } from '../../../shared/model/home.ts';
import type { AccountId } from '../../../shared/model/ids.ts';
import { createAction } from '../../state/create-action.ts';
import { useUsher } from '../../state/use-usher.ts';
import { homeText } from '../../../shared/words/home.ts';

/** Getting the token of one Home user. Plex is asked once for each press; its PIN is asked for where there is one. */
export interface HomeSwitch {
  readonly start: () => void;
  readonly run: (pin: string | null) => Promise<void>;
  readonly isAskingPin: Accessor<boolean>;
  readonly stopAsking: () => void;
  readonly isBusy: Accessor<boolean>;
  readonly error: Accessor<AppError | null>;
}

export function createSwitch(
  accountId: Accessor<AccountId>,
  member: Accessor<HomeMember>,
): HomeSwitch {
  const usher = useUsher();
  const action = createAction('home.switch');
  const [isAskingPin, setIsAskingPin] = createSignal(false);

  let stopCount = 0;

  const run = async (pin: string | null): Promise<void> => {
    const { uuid } = member();
    const before = stopCount;
    const result = await action.run({ accountId: accountId(), memberUuid: uuid, pin });
    if (result.ok) {
      setIsAskingPin(false);
      const { title, wasReplaced } = result.value;
      usher.announce(wasReplaced ? homeText().gotAgain(title) : homeText().got(title));
    } else if (result.error.code === 'plex.pinRequired' && before === stopCount) {
      // Plex asks for the PIN of some only now and then.
      setIsAskingPin(true);
    }
  };

  return {
    start: () => {
      action.clearError();
      if (member().isProtected) setIsAskingPin(true);
      else void run(null);
    },
    run,
    isAskingPin,
    stopAsking: () => {
      stopCount += 1;
      setIsAskingPin(false);
      action.clearError();
    },
    isBusy: action.isBusy,
    error: action.error,
  };
}
