import { createSignal, Show, type JSX } from 'solid-js';
import type { AppError } from '../../../shared/errors.ts';
import type { AccountSummary } from '../../../shared/model/account.ts';
import { readLinkCode, type DeviceSummary } from '../../../shared/model/device.ts';
import { errorText } from '../../../shared/words/errors.ts';
import { createAction } from '../../state/create-action.ts';
import { createOpening } from '../../state/create-opening.ts';
import { useUsher } from '../../state/use-usher.ts';
import { linkText } from '../../../shared/words/devices.ts';
import { commonText } from '../../../shared/words/app.ts';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { Banner } from '../../ui/banner.tsx';
import { LinkedDevice } from './linked-device.tsx';

interface LinkDialogProps {
  readonly account: AccountSummary;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** Approves the code of another device for this account, says before what that means, and after which device it was. */
export function LinkDialog(props: LinkDialogProps): JSX.Element {
  const usher = useUsher();
  const link = createAction('device.link');
  const [code, setCode] = createSignal('');
  const [malformed, setMalformed] = createSignal<AppError | null>(null);
  const [linked, setLinked] = createSignal<{ readonly device: DeviceSummary | null } | null>(null);

  const markOpening = createOpening(
    () => props.isOpen,
    () => {
      setCode('');
      setMalformed(null);
      setLinked(null);
      link.clearError();
    },
  );

  const codeError = () => {
    const error = malformed() ?? link.error();
    if (error === null || !error.code.startsWith('link.')) return null;
    const { title, detail } = errorText(error);
    return commonText().withNext(title, detail);
  };
  const otherError = () => {
    const error = link.error();
    return error !== null && !error.code.startsWith('link.') ? error : null;
  };

  const type = (text: string): void => {
    link.clearError();
    const read = readLinkCode(text);
    // SECURITY: a secret pasted by mistake does not even stay in the field.
    const isSecret =
      !read.ok && (read.error.trouble === 'token' || read.error.trouble === 'claimCode');
    setMalformed(isSecret ? read.error : null);
    setCode(text);
    if (isSecret) setCode('');
  };

  const submit = async (): Promise<void> => {
    if (link.isBusy()) return;
    const read = readLinkCode(code());
    setMalformed(read.ok ? null : read.error);
    if (!read.ok) return;
    const isSameOpening = markOpening();
    const result = await link.run({ accountId: props.account.id, code: read.value });
    if (!isSameOpening()) {
      link.clearError();
      return;
    }
    if (!result.ok) return;
    setLinked({ device: result.value });
    usher.announce(linkText().done.announcement);
  };

  return (
    <FormDialog
      isOpen={props.isOpen}
      onClose={() => props.onClose()}
      title={linked() === null ? linkText().title : linkText().done.title}
      description={
        <Show when={linked() === null} fallback={<p>{linkText().done.text}</p>}>
          <p>{linkText().lead(<bdi>{props.account.title}</bdi>)}</p>
        </Show>
      }
      submitLabel={linkText().approve}
      isBusy={link.isBusy()}
      onSubmit={() => void submit()}
      error={otherError()}
      outcome={<Show when={linked()}>{(done) => <LinkedDevice device={done().device} />}</Show>}
      outcomeActions={
        <Button kind="filled" onClick={() => props.onClose()}>
          {linkText().done.close}
        </Button>
      }
    >
      <Banner tone="warn" title={linkText().warning.title} detail={linkText().warning.text} />
      <Field
        label={linkText().code}
        isMono
        autofocus
        value={code()}
        onInput={type}
        error={codeError()}
        cause={malformed() ?? link.error()}
        hint={linkText().hint}
      />
    </FormDialog>
  );
}
