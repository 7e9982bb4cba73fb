import CircleCheck from 'lucide-solid/icons/circle-check';
import CircleDashed from 'lucide-solid/icons/circle-dashed';
import CircleX from 'lucide-solid/icons/circle-x';
import { Match, Show, Switch, type JSX } from 'solid-js';
import type { SignOutTicks, Tick } from '../../../shared/model/sign-out.ts';
import type { SecretStorage } from '../../../shared/model/token.ts';
import { errorText } from '../../../shared/words/errors.ts';
import { signOutText } from '../../../shared/words/sign-out.ts';
import { cx } from '../../ui/cx.ts';
import { Spinner } from '../../ui/spinner.tsx';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import { ErrorDetails } from '../../ui/error-details.tsx';
import styles from './sign-out-ticks.module.css';

interface SignOutTicksProps {
  readonly ticks: SignOutTicks;
  readonly storage: SecretStorage;
}

/** The three things that prove a sign-out. Only what was proved is ticked. */
export function SignOutTickList(props: SignOutTicksProps): JSX.Element {
  return (
    <ul class={styles.ticks} aria-label={signOutText().ticks}>
      <TickRow tick={props.ticks.revoked} label={signOutText().tick.revoked} />
      <TickRow tick={props.ticks.rejected} label={signOutText().tick.rejected} />
      <TickRow tick={props.ticks.removed} label={signOutText().tick.removed(props.storage)} />
    </ul>
  );
}

interface TickRowProps {
  readonly tick: Tick;
  readonly label: string;
}

function TickRow(props: TickRowProps): JSX.Element {
  const error = () => (props.tick.state === 'failed' ? props.tick.error : null);
  return (
    <li class={cx(styles.tick, styles[props.tick.state])}>
      <span class={styles.icon}>
        <Switch fallback={<CircleDashed size={18} aria-hidden="true" />}>
          <Match when={props.tick.state === 'running'}>
            <Spinner />
          </Match>
          <Match when={props.tick.state === 'done'}>
            <CircleCheck size={18} aria-hidden="true" />
          </Match>
          <Match when={props.tick.state === 'failed'}>
            <CircleX size={18} aria-hidden="true" />
          </Match>
        </Switch>
      </span>
      <span class={styles.words}>
        <VisuallyHidden>{signOutText().tickState[props.tick.state]}: </VisuallyHidden>
        {props.label}
        <Show when={error()}>
          {(failure) => <span class={styles.why}>{errorText(failure()).title}</span>}
        </Show>
        <ErrorDetails error={error()} />
      </span>
    </li>
  );
}
