import { createSignal, createUniqueId, Show, type JSX } from 'solid-js';
import type { AccountId } from '../../../shared/model/ids.ts';
import type { AddedAddress } from '../../../shared/model/server.ts';
import { addedAddressText } from '../../../shared/words/added-addresses.ts';
import { commonText, uiText } from '../../../shared/words/app.ts';
import { errorText } from '../../../shared/words/errors.ts';
import { serverPageText } from '../../../shared/words/servers.ts';
import { createAction } from '../../state/create-action.ts';
import { createOpening } from '../../state/create-opening.ts';
import { useUsher } from '../../state/use-usher.ts';
import { Button } from '../../ui/button.tsx';
import { CodeLine } from '../../ui/code-line.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { Field } from '../../ui/field.tsx';

interface AddServerDialogProps {
  readonly accountId: AccountId;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** Takes the address of a server. Whether a token may go there is never asked here, but by main where it must be. */
export function AddServerDialog(props: AddServerDialogProps): JSX.Element {
  const usher = useUsher();
  const formId = createUniqueId();
  const add = createAction('server.addAddress');
  const [address, setAddress] = createSignal('');
  const [added, setAdded] = createSignal<AddedAddress | null>(null);

  const markOpening = createOpening(
    () => props.isOpen,
    () => {
      setAddress('');
      setAdded(null);
      add.clearError();
    },
  );

  const fieldError = () => {
    const error = add.error();
    if (error?.code !== 'address.malformed') return null;
    const { title, nextStep } = errorText(error);
    return commonText().withNext(title, nextStep);
  };
  const otherError = () => (fieldError() === null ? add.error() : null);

  const submit = async (): Promise<void> => {
    if (add.isBusy()) return;
    const isSameOpening = markOpening();
    const result = await add.run({ accountId: props.accountId, address: address() });
    if (!isSameOpening()) {
      add.clearError();
      return;
    }
    if (!result.ok) return;
    setAdded(result.value);
    usher.announce(outcomeOf(result.value));
  };

  return (
    <Dialog
      isOpen={props.isOpen}
      onClose={() => props.onClose()}
      title={addedAddressText().title}
      description={<p>{addedAddressText().text}</p>}
      actions={
        <Show
          when={added()}
          fallback={
            <>
              <Button onClick={() => props.onClose()}>{uiText().cancel}</Button>
              <Button type="submit" form={formId} variant="primary" isBusy={add.isBusy()}>
                {add.isBusy() ? addedAddressText().adding : addedAddressText().add}
              </Button>
            </>
          }
        >
          {(done) => (
            <>
              <Button onClick={() => props.onClose()}>{addedAddressText().close}</Button>
              <Button
                variant="primary"
                onClick={() => {
                  const { serverId } = done();
                  props.onClose();
                  usher.navigate({ view: 'server', accountId: props.accountId, serverId });
                }}
              >
                {addedAddressText().showServer}
              </Button>
            </>
          )}
        </Show>
      }
    >
      <Show when={added()} fallback={form()}>
        {(done) => (
          <>
            <p>{outcomeOf(done())}</p>
            <CodeLine code={done().uri} name={serverPageText().addressName(done().uri)} />
          </>
        )}
      </Show>
    </Dialog>
  );

  function form(): JSX.Element {
    return (
      <>
        <form
          id={formId}
          onSubmit={(event) => {
            event.preventDefault();
            void submit();
          }}
        >
          <Field
            label={addedAddressText().field}
            isMono
            autofocus
            value={address()}
            onInput={(text) => {
              add.clearError();
              setAddress(text);
            }}
            error={fieldError()}
            hint={addedAddressText().hint}
          />
        </form>
        <Show when={otherError()}>{(error) => <ErrorState isInline error={error()} />}</Show>
      </>
    );
  }
}

const outcomeOf = ({ serverName, isNew }: AddedAddress): string =>
  isNew ? addedAddressText().added(serverName) : addedAddressText().alreadyThere(serverName);
