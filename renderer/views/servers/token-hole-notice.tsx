import { For, Show, type JSX } from 'solid-js';
import { tokenHoles } from '../../../shared/model/server.ts';
import { tokenHoleText } from '../../../shared/words/servers.ts';
import { Banner } from '../../ui/banner.tsx';

interface TokenHoleNoticeProps {
  readonly version: string | null;
}

/** Where a token is about to be shared: what the version of the server lets others do with it. */
export function TokenHoleNotice(props: TokenHoleNoticeProps): JSX.Element {
  const holes = () => tokenHoles(props.version);
  return (
    <Show when={holes().length > 0}>
      <Banner
        tone="warn"
        title={tokenHoleText().title}
        detail={<For each={holes()}>{(hole) => <p>{tokenHoleText().about[hole]}</p>}</For>}
      />
    </Show>
  );
}
