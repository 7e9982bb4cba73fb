import { Show, type JSX } from 'solid-js';
import type { AppTokenSummary } from '../../../shared/model/app-token.ts';
import { appsText } from '../../../shared/words/app-tokens.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import type { Rotation } from './create-rotation.ts';

interface RotationProps {
  readonly app: AppTokenSummary;
  readonly rotation: Rotation;
}

const text = () => appsText().rotate;

/** Rotates, and says what is being done with the token meanwhile, whoever began it. */
export function RotateButton(props: RotationProps): JSX.Element {
  const doing = (): string | null => {
    switch (props.app.work.kind) {
      case 'rotating':
        return text().rotating;
      case 'writing':
        return text().writing;
      case 'replacing':
        return text().replacing;
      case 'removing':
        return text().revoking;
      default:
        return props.rotation.isBusy() ? text().rotating : null;
    }
  };
  return (
    <Button
      size="small"
      isBusy={doing() !== null}
      labels={[text().action, text().rotating, text().writing, text().replacing, text().revoking]}
      aria-label={doing() === null ? text().label(props.app.name) : undefined}
      onClick={() => props.rotation.start()}
    >
      {doing() ?? text().action}
    </Button>
  );
}

/** That two tokens are valid, and how it becomes one again. */
export function StoppedRotation(props: RotationProps): JSX.Element {
  const newToken = () =>
    props.app.work.kind === 'rotationStopped' ? props.app.work.newToken : null;
  return (
    <Show when={newToken()}>
      {(present) => (
        <Banner
          tone="warn"
          title={text().stopped.title}
          detail={<p>{text().stopped.text(props.app.token.lastFour, present().lastFour)}</p>}
          actions={
            <Button
              size="small"
              isBusy={props.rotation.isBusy()}
              labels={[text().stopped.action, text().rotating]}
              aria-label={
                props.rotation.isBusy() ? undefined : text().stopped.label(props.app.name)
              }
              onClick={() => props.rotation.start()}
            >
              {props.rotation.isBusy() ? text().rotating : text().stopped.action}
            </Button>
          }
        />
      )}
    </Show>
  );
}

/** Asks before a program is left without a token that works. */
export function RotateDialog(props: RotationProps): JSX.Element {
  return (
    <ConfirmDialog
      isOpen={props.rotation.isAsking()}
      title={text().confirm.title(props.app.name)}
      description={text().confirm.text(props.app.name)}
      confirmLabel={text().confirm.action}
      onConfirm={() => props.rotation.confirm()}
      onClose={() => props.rotation.cancel()}
    />
  );
}
