import { createEffect, createSignal, on, type JSX } from 'solid-js';
import { errorText } from '../../../shared/words/errors.ts';
import { homeText } from '../../../shared/words/home.ts';
import { Field } from '../../ui/field.tsx';
import { FormDialog } from '../../ui/form-dialog.tsx';
import type { HomeSwitch } from './create-switch.ts';

interface PinDialogProps {
  readonly name: string;
  readonly attempt: HomeSwitch;
}

const pinLength = 4;

/** Asks for the PIN of a Home user. What was typed leaves the page with the next press, and is dropped here. */
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
    return error !== null && isOfPin(error.code) ? errorText(error).title : null;
  };
  const otherError = () => {
    const error = props.attempt.error();
    return error !== null && !isOfPin(error.code) ? error : null;
  };
  const isDemanded = () => pinError() !== null;

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
      description={homeText().pin.text}
      submitLabel={homeText().getToken}
      isBusy={props.attempt.isBusy()}
      onSubmit={() => void submit()}
      error={otherError()}
    >
      <Field
        ref={(element: HTMLInputElement) => (field = element)}
        label={homeText().pin.label}
        type="password"
        inputmode="numeric"
        maxlength={pinLength}
        isMono
        autofocus
        value={pin()}
        onInput={setPin}
        error={pinError()}
        cause={props.attempt.error()}
        hint={isDemanded() ? homeText().pin.hint : homeText().pin.optionalHint}
      />
    </FormDialog>
  );
}

const isOfPin = (code: string): boolean =>
  code === 'plex.pinRequired' || code === 'plex.pinWrong' || code === 'home.pinMalformed';
