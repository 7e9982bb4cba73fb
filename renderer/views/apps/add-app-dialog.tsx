import { createSignal, createUniqueId, Show, type JSX } from 'solid-js';
import type { AccountSummary } from '../../../shared/model/account.ts';
import type { AppTokenId } from '../../../shared/model/ids.ts';
import { appsText } from '../../../shared/words/app-tokens.ts';
import { commonText, uiText } from '../../../shared/words/app.ts';
import { errorText } from '../../../shared/words/errors.ts';
import { createAction } from '../../state/create-action.ts';
import { createOpening } from '../../state/create-opening.ts';
import { useUsher } from '../../state/use-usher.ts';
import { wholeOf } from '../../state/usher-state.ts';
import { Button } from '../../ui/button.tsx';
import { Combobox } from '../../ui/combobox.tsx';
import { CopyButton } from '../../ui/copy-button.tsx';
import dialogStyles from '../../ui/dialog.module.css';
import { ErrorState } from '../../ui/error-state.tsx';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import { createFileForm } from './create-file-form.ts';
import { FileFields } from './file-fields.tsx';
import { knownApps } from './known-apps.ts';

interface AddAppDialogProps {
  /** Those that can have tokens for programs; at least one. */
  readonly accounts: readonly AccountSummary[];
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

const text = () => appsText().add;

/** Makes a token for a program, then asks where the program reads it, which can as well be left for later. */
export function AddAppDialog(props: AddAppDialogProps): JSX.Element {
  const usher = useUsher();
  const formId = createUniqueId();
  const add = createAction('appToken.add');
  const file = createFileForm(() => props.onClose());
  const [name, setName] = createSignal('');
  const [chosen, setChosen] = createSignal('');
  const [serverId, setServerId] = createSignal('');
  const [added, setAdded] = createSignal<{ readonly id: AppTokenId; readonly name: string } | null>(
    null,
  );
  const account = () => props.accounts.find(({ id }) => id === chosen()) ?? props.accounts[0];
  const servers = () =>
    (
      wholeOf(usher.state, 'servers').servers.find(({ accountId }) => accountId === account()?.id)
        ?.servers ?? []
    ).filter(({ ownership }) => ownership === 'owned');
  const server = () => servers().find(({ id }) => id === serverId()) ?? null;

  const markOpening = createOpening(
    () => props.isOpen,
    () => {
      setName('');
      setChosen('');
      setServerId('');
      setAdded(null);
      add.clearError();
    },
  );

  const nameError = () => {
    const error = add.error();
    if (error?.code !== 'appToken.nameTaken' && error?.code !== 'appToken.nameMalformed')
      return null;
    const { title, nextStep } = errorText(error);
    return commonText().withNext(title, nextStep);
  };
  const change = (next: string): void => {
    add.clearError();
    setName(next);
  };
  const submit = async (): Promise<void> => {
    const { id: accountId } = account() ?? {};
    if (add.isBusy() || accountId === undefined) return;
    const isSameOpening = markOpening();
    const wanted = name().trim();
    const result = await add.run({ accountId, name: wanted, serverId: server()?.id ?? null });
    if (!isSameOpening()) {
      add.clearError();
      return;
    }
    if (!result.ok) return;
    file.begin(wanted);
    setAdded({ id: result.value.appTokenId, name: wanted });
    usher.announce(text().added(wanted));
  };

  return (
    <FormDialog
      isOpen={props.isOpen}
      onClose={() => props.onClose()}
      title={titleOf(added()?.name)}
      description={<p>{added() === null ? text().text : appsText().where.text}</p>}
      submitLabel={add.isBusy() ? text().adding : text().action}
      isBusy={add.isBusy()}
      onSubmit={() => void submit()}
      error={nameError() === null ? add.error() : null}
      outcome={
        <Show when={added()}>
          {(app) => (
            <form
              id={formId}
              ref={focusFirst}
              class={dialogStyles.form}
              onSubmit={(event) => {
                event.preventDefault();
                file.choose(app().id, app().name);
              }}
            >
              <FileFields form={file} />
              <Show when={file.error()}>{(error) => <ErrorState isInline error={error()} />}</Show>
            </form>
          )}
        </Show>
      }
      outcomeActions={
        <Show when={added()}>
          {(app) => (
            <>
              <Button onClick={() => props.onClose()}>{uiText().close}</Button>
              <CopyButton
                size="medium"
                label={appsText().copyToken}
                name={appsText().nameOf(app().name)}
                what={{
                  secret: { kind: 'app', appTokenId: app().id },
                  form: usher.state.settings.tokenForm,
                }}
              />
              <Button type="submit" form={formId} kind="filled" isBusy={file.isBusy()}>
                {appsText().where.choose}
              </Button>
            </>
          )}
        </Show>
      }
    >
      <Combobox
        label={text().name}
        value={name()}
        placeholder={text().namePlaceholder}
        options={knownApps.map((app) => ({ value: app.name, label: app.name }))}
        onInput={change}
        onChoose={({ value }) => change(value)}
        typedLabel={text().useTyped}
        onUseTyped={change}
        error={nameError()}
      />
      <Show when={props.accounts.length > 1}>
        <SelectField
          label={text().account}
          value={account()?.id ?? ''}
          options={props.accounts.map(({ id, title }) => ({ value: id, label: title }))}
          onChange={(value) => {
            setChosen(value);
            return undefined;
          }}
        />
      </Show>
      <Show when={servers().length > 0}>
        <SelectField
          label={text().server}
          noneLabel={text().noServer}
          value={server()?.id ?? ''}
          options={servers().map((each) => ({ value: each.id, label: each.name }))}
          onChange={(value) => {
            setServerId(value);
            return undefined;
          }}
        />
      </Show>
    </FormDialog>
  );
}

/** The button that led here is gone, and with it the focus. */
const focusFirst = (form: HTMLFormElement): void =>
  queueMicrotask(() => form.querySelector<HTMLElement>('button, select, input')?.focus());

const titleOf = (added: string | undefined): string =>
  added === undefined ? text().title : appsText().where.title(added);
