import { Show, type JSX } from 'solid-js';
import type { ServerSummary } from '../../../shared/model/server.ts';
import { createAction } from '../../state/create-action.ts';
import { useUsher } from '../../state/use-usher.ts';
import { plainHttpText } from '../../../shared/words/servers.ts';
import { Checkbox } from '../../ui/checkbox.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import styles from './connections-fold.module.css';

interface PlainHttpSettingProps {
  readonly server: ServerSummary;
}

/**
 * What the person has decided about plain http to this server, where there is such a way. Main asks them before it takes a
 * yes; here it is taken back.
 */
export function PlainHttpSetting(props: PlainHttpSettingProps): JSX.Element {
  const usher = useUsher();
  const action = createAction('server.allowPlainHttp');
  /** A no is none. */
  const error = () => (action.error()?.code === 'question.declined' ? null : action.error());
  const isAllowed = () => usher.state.settings.insecureServerIds.includes(props.server.id);
  const hasSuchWay = () =>
    !props.server.isHttpsRequired && props.server.connections.some(({ isExposed }) => isExposed);
  return (
    <Show when={isAllowed() || hasSuchWay()}>
      <div class={styles.setting}>
        <Checkbox
          label={plainHttpText().setting}
          hint={plainHttpText().settingHint}
          isChecked={isAllowed()}
          onChange={(isChecked) =>
            action.run({
              accountId: props.server.accountId,
              serverId: props.server.id,
              isAllowed: isChecked,
            })
          }
        />
        <Show when={error()}>{(error) => <ErrorState error={error()} isInline />}</Show>
      </div>
    </Show>
  );
}
