import { Show, type JSX } from 'solid-js';
import type { ServerSummary } from '../../../shared/model/server.ts';
import { useUsher } from '../../state/use-usher.ts';
import { mintText, serverPageText } from '../../../shared/words/servers.ts';
import { tokenListText } from '../../../shared/words/tokens.ts';
import { GrowingList } from '../../ui/growing-list.tsx';
import { Section } from '../../ui/section.tsx';
import { TokenRow } from '../tokens/token-row.tsx';
import { CopyTokenButton } from './copy-token-button.tsx';
import { createPin } from './create-pin.ts';
import { createServerCopy } from './create-server-copy.ts';
import { ServerTrouble } from './server-trouble.tsx';
import { TokenHoleNotice } from './token-hole-notice.tsx';
import styles from './mint-section.module.css';

interface MintSectionProps {
  readonly server: ServerSummary;
}

/** Minting, what it gives, and the tokens of this server that still live. */
export function MintSection(props: MintSectionProps): JSX.Element {
  const usher = useUsher();
  const copy = createServerCopy(() => props.server);
  const pin = createPin(() => props.server);
  const tokens = () =>
    usher.state.tokens.filter(
      (entry) => entry.serverId === props.server.id && entry.accountId === props.server.accountId,
    );
  return (
    <Section
      title={mintText().title}
      description={mintText().rights}
      isFlush
      actions={
        <CopyTokenButton server={props.server} copy={copy} pin={pin} place="header" isOnEnter />
      }
    >
      <div class={styles.notice}>
        <TokenHoleNotice version={props.server.version} />
      </div>
      <div class={styles.notice}>
        <ServerTrouble server={props.server} copy={copy} pin={pin} isWhole />
      </div>
      <Show
        when={tokens().length > 0}
        fallback={<p class={styles.none}>{serverPageText().noTokens}</p>}
      >
        <GrowingList
          items={tokens()}
          label={serverPageText().tokens}
          class={styles.tokens}
          moreLabel={tokenListText().more}
        >
          {(entry) => <TokenRow entry={entry} isOnServerPage />}
        </GrowingList>
      </Show>
    </Section>
  );
}
