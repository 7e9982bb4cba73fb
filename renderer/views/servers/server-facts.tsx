import { createSignal, createUniqueId, For, Show, type Accessor, type JSX } from 'solid-js';
import type { ServerSummary } from '../../../shared/model/server.ts';
import { dateText } from '../../../shared/words/formats.ts';
import {
  lastProvedAt,
  serverPageText,
  serverRowText,
  serverText,
} from '../../../shared/words/servers.ts';
import { tokenText } from '../../../shared/words/tokens.ts';
import { Button } from '../../ui/button.tsx';
import { CheckButton } from '../../ui/check-button.tsx';
import { KeyValueList } from '../../ui/key-value-list.tsx';
import { KeyValue } from '../../ui/key-value.tsx';
import { CopyButton } from '../../ui/copy-button.tsx';
import { Fold } from '../../ui/fold.tsx';
import { TimeAgo } from '../../ui/time-ago.tsx';
import { VerdictBadge } from '../../ui/verdict-badge.tsx';
import styles from './server-facts.module.css';

interface ServerFactsProps {
  readonly server: ServerSummary;
}

const text = () => serverPageText().fact;

/** A line of the details; without `isKnown` there is always something to say. */
interface Fact {
  readonly label: () => string;
  readonly isKnown?: (server: ServerSummary) => boolean;
  readonly isMono?: boolean;
  readonly value: (server: Accessor<ServerSummary>) => JSX.Element;
}

const platformOf = ({ platform, platformVersion }: ServerSummary): string =>
  [platform, platformVersion].filter(Boolean).join(' ');

/** Those most looked for first. */
const facts: readonly Fact[] = [
  {
    label: () => text().ownership,
    value: (server) => (
      <Show
        when={server().ownership === 'shared' && server().ownerName}
        fallback={serverText().ownership[server().ownership]}
      >
        {(owner) => serverRowText().sharedBy(<bdi>{owner()}</bdi>)}
      </Show>
    ),
  },
  {
    label: () => text().version,
    isKnown: ({ version }) => version !== null,
    value: (server) => server().version,
  },
  {
    label: () => text().platform,
    isKnown: (server) => platformOf(server) !== '',
    value: (server) => platformOf(server()),
  },
  {
    label: () => text().identifier,
    isMono: true,
    value: (server) => server().id,
  },
  { label: () => text().accessToken, value: (server) => <AccessToken server={server()} /> },
  {
    label: () => text().lastSeen,
    isKnown: ({ lastSeenAt }) => lastSeenAt !== null,
    value: (server) => <Moment at={server().lastSeenAt} />,
  },
  {
    label: () => text().proved,
    value: (server) => (
      <Show when={lastProvedAt(server().verdict)} fallback={text().neverProved}>
        {(at) => <Moment at={at()} />}
      </Show>
    ),
  },
  {
    label: () => text().device,
    isKnown: ({ device }) => device !== null,
    value: (server) => server().device,
  },
  {
    label: () => text().publicAddress,
    isKnown: ({ publicAddress }) => publicAddress !== null,
    isMono: true,
    value: (server) => server().publicAddress,
  },
  {
    label: () => text().httpsRequired,
    value: (server) =>
      server().isHttpsRequired ? text().httpsIsRequired : text().httpsIsNotRequired,
  },
  {
    label: () => text().createdAt,
    isKnown: ({ createdAt }) => createdAt !== null,
    value: (server) => <Moment at={server().createdAt} />,
  },
];

const shownFirst = 6;

/** What plex.tv knows of the server. */
export function ServerFacts(props: ServerFactsProps): JSX.Element {
  const id = createUniqueId();
  const [isWhole, setIsWhole] = createSignal(false);
  const known = () => facts.filter(({ isKnown }) => isKnown?.(props.server) !== false);
  const hiddenCount = () => Math.max(0, known().length - shownFirst);
  /** Told in the line itself, with the identifier. */
  const inLine = () =>
    [platformOf(props.server), props.server.device].filter((part) => part !== null && part !== '');
  return (
    <Fold
      title={serverPageText().facts}
      summary={
        <>
          <For each={inLine()}>{(part) => <span class={styles.fact}>{part}</span>}</For>
          <span class={styles.fact}>
            <code>{shortId(props.server.id)}</code>
          </span>
          <CopyButton isCompact name={text().identifier} what={{ text: props.server.id }} />
        </>
      }
      moreLabel={serverPageText().moreFacts(known().length - inLine().length - 1)}
    >
      <div id={id}>
        <KeyValueList>
          <For each={isWhole() ? known() : known().slice(0, shownFirst)}>
            {(fact) => (
              <KeyValue label={fact.label()} isMono={fact.isMono === true}>
                {fact.value(() => props.server)}
              </KeyValue>
            )}
          </For>
        </KeyValueList>
      </div>
      <Show when={hiddenCount() > 0}>
        <Button
          size="small"
          kind="quiet"
          class={styles.more}
          aria-expanded={isWhole()}
          aria-controls={id}
          onClick={() => setIsWhole(!isWhole())}
        >
          {isWhole() ? serverPageText().fewerFacts : serverPageText().furtherFacts(hiddenCount())}
        </Button>
      </Show>
    </Fold>
  );
}

function AccessToken(props: ServerFactsProps): JSX.Element {
  return (
    <Show when={props.server.accessToken} fallback={text().noAccessToken}>
      {(token) => (
        <span class={styles.token}>
          <code>{tokenText().kindAndMasked(token().kind, token().lastFour)}</code>
          <VerdictBadge verdict={props.server.verdict} on="access" />
          <CheckButton
            tokens={[
              { kind: 'access', accountId: props.server.accountId, serverId: props.server.id },
            ]}
            name={text().accessTokenOf(props.server.name)}
          />
        </span>
      )}
    </Show>
  );
}

function Moment(props: { readonly at: number | null }): JSX.Element {
  return <Show when={props.at}>{(at) => <TimeAgo at={at()} words={dateText} />}</Show>;
}

/** Both ends of it: enough to tell it from another. */
const shortId = (id: string): string => (id.length > 16 ? `${id.slice(0, 8)}…${id.slice(-4)}` : id);
