import { createSignal, Show, type JSX } from 'solid-js';
import type { AccountId, ServerId } from '../../../shared/model/ids.ts';
import type { AddedAddress } from '../../../shared/model/server.ts';
import { addedAddressText } from '../../../shared/words/added-addresses.ts';
import { commonText } from '../../../shared/words/app.ts';
import { errorText } from '../../../shared/words/errors.ts';
import { serverPageText, serverText } from '../../../shared/words/servers.ts';
import { createAction } from '../../state/create-action.ts';
import { createOpening } from '../../state/create-opening.ts';
import { useUsher } from '../../state/use-usher.ts';
import { Button } from '../../ui/button.tsx';
import { CodeLine } from '../../ui/code-line.tsx';
import { Field } from '../../ui/field.tsx';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { SelectField } from '../../ui/select-field.tsx';

interface AddAddressDialogProps {
  /** Left out where it is for the person to choose. */
  readonly accountId?: AccountId;
  /** The server whose page this is on: it need not be shown. */
  readonly shownServerId?: ServerId;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** Takes an address of a server. Whether a token may go there is never asked here, but by main where it must be. */
export function AddAddressDialog(props: AddAddressDialogProps): JSX.Element {
  const usher = useUsher();
  const add = createAction('server.addAddress');
  const [chosen, setChosen] = createSignal<AccountId | null>(null);
  const accountId = () => props.accountId ?? chosen() ?? usher.state.accounts[0]?.id ?? null;
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

  const submit = async (): Promise<void> => {
    const id = accountId();
    if (add.isBusy() || id === null) return;
    const isSameOpening = markOpening();
    const result = await add.run({ accountId: id, address: address() });
    if (!isSameOpening()) {
      add.clearError();
      return;
    }
    if (!result.ok) return;
    setAdded(result.value);
    usher.announce(outcomeOf(result.value));
  };

  return (
    <FormDialog
      isOpen={props.isOpen}
      onClose={() => props.onClose()}
      title={addedAddressText().title}
      description={<p>{addedAddressText().text}</p>}
      submitLabel={add.isBusy() ? addedAddressText().adding : addedAddressText().add}
      isBusy={add.isBusy()}
      onSubmit={() => void submit()}
      error={fieldError() === null ? add.error() : null}
      outcome={
        <Show when={added()}>
          {(done) => (
            <>
              <p>{outcomeOf(done())}</p>
              <CodeLine code={done().uri} name={serverPageText().addressName(done().uri)} />
            </>
          )}
        </Show>
      }
      outcomeActions={
        <Show when={added()}>
          {(done) => (
            <>
              <Button onClick={() => props.onClose()}>{addedAddressText().close}</Button>
              <Show when={done().serverId !== props.shownServerId}>
                <Button
                  kind="filled"
                  onClick={() => {
                    const { serverId } = done();
                    const id = accountId();
                    props.onClose();
                    if (id !== null) usher.navigate({ view: 'server', accountId: id, serverId });
                  }}
                >
                  {addedAddressText().showServer}
                </Button>
              </Show>
            </>
          )}
        </Show>
      }
    >
      <Show when={props.accountId === undefined && usher.state.accounts.length > 1}>
        <SelectField
          label={serverText().account}
          value={accountId() ?? ''}
          options={usher.state.accounts.map(({ id, title }) => ({ value: id, label: title }))}
          onChange={(value) => {
            setChosen(usher.state.accounts.find(({ id }) => id === value)?.id ?? null);
            return undefined;
          }}
        />
      </Show>
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
        hint={fieldError() === null ? addedAddressText().hint : undefined}
      />
    </FormDialog>
  );
}

const outcomeOf = ({ serverName, isNew }: AddedAddress): string =>
  isNew ? addedAddressText().added(serverName) : addedAddressText().alreadyThere(serverName);
