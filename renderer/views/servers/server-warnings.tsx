import { Show, type JSX } from 'solid-js';
import type { ServerSummary } from '../../../shared/model/server.ts';
import { serverPageText } from '../../../shared/words/servers.ts';
import { Banner } from '../../ui/banner.tsx';

interface ServerWarningsProps {
  readonly server: ServerSummary;
}

/** What a person should know before minting here. */
export function ServerWarnings(props: ServerWarningsProps): JSX.Element {
  return (
    <>
      <Show when={!props.server.isOnline}>
        <Banner
          tone="warn"
          title={serverPageText().offline.title}
          detail={serverPageText().offline.text}
        />
      </Show>
      <Show when={props.server.accessToken === null}>
        <Banner
          tone="warn"
          title={serverPageText().noAccessToken.title}
          detail={serverPageText().noAccessToken.text}
        />
      </Show>
    </>
  );
}
