import { Match, Switch, type JSX } from 'solid-js';
import type { FoundToken } from '../../../shared/model/identification.ts';
import type { ServerRef } from '../../../shared/model/server.ts';
import type { TransientTokenSummary } from '../../../shared/model/token.ts';
import { identifyText } from '../../../shared/words/identify.ts';
import { createAction } from '../../state/create-action.ts';
import { useUsher } from '../../state/use-usher.ts';
import { wholeOf } from '../../state/usher-state.ts';
import { Button } from '../../ui/button.tsx';

interface FoundActionProps {
  readonly found: FoundToken;
  /** The one of the list of those minted here that it is. */
  readonly minted: TransientTokenSummary | null;
  readonly onKeep: () => void;
}

/** The one thing that is mostly wanted next. */
export function FoundAction(props: FoundActionProps): JSX.Element {
  const usher = useUsher();
  const askAgain = createAction('identify.askAgain');
  const account = () => (props.found.finding.kind === 'account' ? props.found.finding : null);
  const here = () => account()?.account.here ?? null;
  /** The server it is of, or opens, as one of the accounts here has it. */
  const server = (): (ServerRef & { readonly name: string }) | null => {
    const { finding } = props.found;
    const lists = wholeOf(usher.state, 'servers').servers;
    for (const { accountId, servers } of lists) {
      const known = servers.find(({ id, name, ownership }) =>
        finding.kind === 'server'
          ? id === finding.server.id
          : finding.kind === 'account' &&
            finding.device?.isServer === true &&
            finding.account.here?.accountId === accountId &&
            ownership === 'owned' &&
            name === finding.device.name,
      );
      if (known !== undefined) return { accountId, serverId: known.id, name: known.name };
    }
    return null;
  };
  return (
    <Switch>
      <Match when={props.minted}>
        <Button size="small" onClick={() => usher.navigate({ view: 'tokens' })}>
          {identifyText().openTokens}
        </Button>
      </Match>
      <Match when={props.found.appToken !== null && account()}>
        <Button size="small" onClick={() => usher.navigate({ view: 'apps' })}>
          {identifyText().openApps}
        </Button>
      </Match>
      <Match when={props.found.finding.kind === 'unknown'}>
        <Button
          size="small"
          isBusy={askAgain.isBusy()}
          onClick={() => void askAgain.run({ foundTokenId: props.found.id })}
        >
          {identifyText().askAgain}
        </Button>
      </Match>
      <Match when={server()}>
        {(known) => (
          <Button
            size="small"
            onClick={() =>
              usher.navigate({
                view: 'server',
                accountId: known().accountId,
                serverId: known().serverId,
              })
            }
          >
            {identifyText().openServer(known().name)}
          </Button>
        )}
      </Match>
      <Match when={here()}>
        {(known) => (
          <Button
            size="small"
            onClick={() => usher.navigate({ view: 'account', accountId: known().accountId })}
          >
            {identifyText().openAccount}
          </Button>
        )}
      </Match>
      <Match when={mayBeKept(props.found)}>
        <Button size="small" onClick={() => props.onKeep()}>
          {identifyText().keep}
        </Button>
      </Match>
      <Match when={account()}>
        <Button size="small" onClick={() => usher.navigate({ view: 'signIn' })}>
          {identifyText().signIn}
        </Button>
      </Match>
    </Switch>
  );
}

/** Neither a server's own, which could cost the server its place at Plex, nor one that is kept already. */
export const mayBeKept = ({ finding, appToken }: FoundToken): boolean =>
  finding.kind === 'account' &&
  appToken === null &&
  finding.device?.isServer !== true &&
  finding.account.here?.isSameToken !== true;
