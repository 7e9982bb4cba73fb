import { Show, type JSX } from 'solid-js';
import type { ServerSummary } from '../../../shared/model/server.ts';
import { serverPageText } from '../../text/server-page-text.ts';
import { NoticeBar } from '../../ui/notice-bar.tsx';
import { isOlderVersion } from '../../../shared/model/is-older-version.ts';

interface ServerWarningsProps {
  readonly server: ServerSummary;
}

// CVE-2025-69414 concerns 1.42.2.10156 and everything before it.
const firstWithoutLeak = '1.42.2.10157';

/** What a person should know before minting here. */
export function ServerWarnings(props: ServerWarningsProps): JSX.Element {
  return (
    <>
      <Show when={!props.server.isOnline}>
        <NoticeBar
          tone="warn"
          title={serverPageText.offline.title}
          detail={serverPageText.offline.text}
        />
      </Show>
      <Show when={props.server.accessToken === null}>
        <NoticeBar
          tone="warn"
          title={serverPageText.noAccessToken.title}
          detail={serverPageText.noAccessToken.text}
        />
      </Show>
      <Show when={isOlderVersion(props.server.version, firstWithoutLeak) === true}>
        <NoticeBar
          tone="warn"
          title={serverPageText.leaksToken.title}
          detail={serverPageText.leaksToken.text}
        />
      </Show>
    </>
  );
}
