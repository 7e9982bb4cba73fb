import { createEffect, createSignal, createUniqueId, on, Show, type JSX } from 'solid-js';
import { errorText } from '../../../shared/words/errors.ts';
import { homeText } from '../../../shared/words/home.ts';
import { uiText } from '../../../shared/words/app.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { Field } from '../../ui/field.tsx';
import type { HomeSwitch } from './create-switch.ts';

interface PinDialogProps {
  readonly name: string;
  readonly attempt: HomeSwitch;
}

const pinLength = 4;

/** Asks for the PIN of a Home user. What was typed leaves the page with the next press, and is dropped here. */
export function PinDialog(props: PinDialogProps): JSX.Element {
  const formId = createUniqueId();
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
    <Dialog
      isOpen={props.attempt.isAskingPin()}
      onClose={() => props.attempt.stopAsking()}
      title={homeText().pin.title(props.name)}
      description={homeText().pin.text}
      actions={
        <>
          <Button onClick={() => props.attempt.stopAsking()}>{uiText().cancel}</Button>
          <Button type="submit" form={formId} variant="primary" isBusy={props.attempt.isBusy()}>
            {homeText().getToken}
          </Button>
        </>
      }
    >
      <form
        id={formId}
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
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
      </form>
      <Show when={otherError()}>{(error) => <ErrorState isInline error={error()} />}</Show>
    </Dialog>
  );
}

const isOfPin = (code: string): boolean =>
  code === 'plex.pinRequired' || code === 'plex.pinWrong' || code === 'home.pinMalformed';
