import { createEffect, createSignal, on, Show, type JSX } from 'solid-js';
import type { AppError } from '../../../shared/errors.ts';
import { errorText } from '../../../shared/words/errors.ts';
import { homeText } from '../../../shared/words/home.ts';
import { CodeCells } from '../../ui/code-cells.tsx';
import { ErrorDetails } from '../../ui/error-details.tsx';
import { FormDialog } from '../../ui/form-dialog.tsx';
import type { HomeSwitch } from './create-switch.ts';

interface PinDialogProps {
  readonly name: string;
  readonly attempt: HomeSwitch;
}

const pinLength = 4;

/** Asks for the PIN of a Home user. What was typed leaves the page with its last digit, and is dropped here. */
export function PinDialog(props: PinDialogProps): JSX.Element {
  const [pin, setPin] = createSignal('');
  let field: HTMLInputElement | undefined;

  createEffect(
    on(
      () => props.attempt.isAskingPin(),
      () => setPin(''),
      { defer: true },
    ),
  );

  const pinError = () => {
    const error = props.attempt.error();
    return error !== null && isOfPin(error.code) ? error : null;
  };
  const otherError = () => (pinError() === null ? props.attempt.error() : null);

  const submit = async (): Promise<void> => {
    if (props.attempt.isBusy()) return;
    const typed = pin();
    setPin('');
    await props.attempt.run(typed === '' ? null : typed);
    field?.focus();
  };

  return (
    <FormDialog
      isOpen={props.attempt.isAskingPin()}
      onClose={() => props.attempt.stopAsking()}
      title={homeText().pin.title(props.name)}
      description={
        <>
          <p>{homeText().pin.text}</p>
          <Show when={pinError() === null}>
            <p>{homeText().pin.optional}</p>
          </Show>
        </>
      }
      submitLabel={homeText().getToken}
      isBusy={props.attempt.isBusy()}
      onSubmit={() => void submit()}
      error={otherError()}
    >
      <CodeCells
        ref={(element) => (field = element)}
        label={homeText().pin.label}
        length={pinLength}
        isSecret
        value={pin()}
        onInput={setPin}
        onComplete={() => void submit()}
        error={pinError() === null ? null : errorText(pinError() as AppError).title}
      />
      <ErrorDetails error={pinError()} />
    </FormDialog>
  );
}

const isOfPin = (code: string): boolean =>
  code === 'plex.pinRequired' || code === 'plex.pinWrong' || code === 'home.pinMalformed';
