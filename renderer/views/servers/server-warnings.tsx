import { For, Show, type JSX } from 'solid-js';
import { tokenHoles, type ServerSummary } from '../../../shared/model/server.ts';
import { serverPageText, serverRowText, tokenHoleText } from '../../../shared/words/servers.ts';
import { Banner } from '../../ui/banner.tsx';
import { UpdateLinks } from './server-chips.tsx';

interface ServerWarningsProps {
  readonly server: ServerSummary;
}

/** What a person should know before a token of the server is shared, in one banner. */
export function ServerWarnings(props: ServerWarningsProps): JSX.Element {
  const holes = () => tokenHoles(props.server.version);
  const titles = () => [
    ...(props.server.isOnline ? [] : [serverPageText().offline.title]),
    ...(props.server.accessToken === null ? [serverPageText().noAccessToken.title] : []),
    ...(holes().length === 0 ? [] : [serverRowText().updateTitle(props.server.name)]),
  ];
  return (
    <Show when={titles().length > 0}>
      <Banner
        tone="warn"
        title={titles().join(' · ')}
        detail={
          <>
            <Show when={!props.server.isOnline}>
              <p>{serverPageText().offline.text}</p>
            </Show>
            <Show when={props.server.accessToken === null}>
              <p>{serverPageText().noAccessToken.text}</p>
            </Show>
            <For each={holes()}>{(hole) => <p>{tokenHoleText().about[hole]}</p>}</For>
          </>
        }
        actions={
          <Show when={holes().length > 0}>
            <UpdateLinks holes={holes()} />
          </Show>
        }
      />
    </Show>
  );
}
