import ExternalLink from 'lucide-solid/icons/external-link';
import TriangleAlert from 'lucide-solid/icons/triangle-alert';
import X from 'lucide-solid/icons/x';
import { For, Show, type JSX } from 'solid-js';
import { tokenHoles, type ServerSummary, type TokenHoleId } from '../../../shared/model/server.ts';
import { serverRowText, tokenHoleText } from '../../../shared/words/servers.ts';
import { createAction } from '../../state/create-action.ts';
import { useUsher } from '../../state/use-usher.ts';
import { Button } from '../../ui/button.tsx';
import { ChipPopover } from '../../ui/chip-popover.tsx';
import { TokenChip } from '../tokens/token-chip.tsx';
import { newestToken } from './newest-token.ts';
import { shortVersion } from './short-version.ts';

/** What holds of a server: its newest token, and what is wrong with it. */
export function ServerChips(props: { readonly server: ServerSummary }): JSX.Element {
  const usher = useUsher();
  const token = () => newestToken(usher.state.tokens, props.server);
  return (
    <>
      <Show when={token()}>{(present) => <TokenChip token={present()} />}</Show>
      <Show when={props.server.verdict.kind === 'rejected'}>
        <ChipPopover
          tone="danger"
          icon={<X size={12} stroke-width={2.25} aria-hidden="true" />}
          title={serverRowText().noAccessTitle(props.server.name)}
          text={serverRowText().noAccessText}
        >
          {serverRowText().noAccess}
        </ChipPopover>
      </Show>
      <UpdateChip server={props.server} />
    </>
  );
}

/** Where the version of a server lets tokens get away: what happens there, and the ways on. */
export function UpdateChip(props: { readonly server: ServerSummary }): JSX.Element {
  const holes = () => tokenHoles(props.server.version);
  return (
    <Show when={holes().length > 0}>
      <ChipPopover
        tone="warn"
        icon={<TriangleAlert size={12} stroke-width={2.25} aria-hidden="true" />}
        title={serverRowText().updateTitle(props.server.name)}
        text={
          <>
            <For each={holes()}>{(hole) => <p>{tokenHoleText().about[hole]}</p>}</For>
            <p>
              {serverRowText().runs(props.server.name, shortVersion(props.server.version ?? ''))}
            </p>
          </>
        }
        ways={<UpdateLinks holes={holes()} />}
      >
        {serverRowText().updateRequired}
      </ChipPopover>
    </Show>
  );
}

/** The ways on where a version lets tokens get away. */
export function UpdateLinks(props: { readonly holes: readonly TokenHoleId[] }): JSX.Element {
  const openLink = createAction('link.open');
  return (
    <>
      <Button
        size="small"
        icon={<ExternalLink size={14} aria-hidden="true" />}
        onClick={() => void openLink.run({ link: 'plexServerDownload' })}
      >
        {serverRowText().getUpdate}
      </Button>
      <For each={props.holes}>
        {(hole) => (
          <Button size="small" kind="plain" onClick={() => void openLink.run({ link: hole })}>
            {props.holes.length === 1
              ? serverRowText().readAdvisory
              : serverRowText().readAdvisoryOf(hole)}
          </Button>
        )}
      </For>
    </>
  );
}
