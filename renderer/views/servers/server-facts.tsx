import type { JSX } from 'solid-js';
import { Show } from 'solid-js';
import type { ServerSummary } from '../../../shared/model/server.ts';
import { formatDate } from '../../text/format-date.ts';
import { serverPageText } from '../../text/server-page-text.ts';
import { serverText } from '../../text/server-text.ts';
import { tokenText } from '../../text/token-text.ts';
import { KeyValueList } from '../../ui/key-value-list.tsx';
import { KeyValue } from '../../ui/key-value.tsx';
import { Section } from '../../ui/section.tsx';
import { TimeAgo } from '../../ui/time-ago.tsx';

interface ServerFactsProps {
  readonly server: ServerSummary;
}

const text = serverPageText.fact;

/** What plex.tv knows of the server. */
export function ServerFacts(props: ServerFactsProps): JSX.Element {
  const platform = () =>
    [props.server.platform, props.server.platformVersion].filter(Boolean).join(' ');
  return (
    <Section title={serverPageText.facts}>
      <KeyValueList>
        <KeyValue label={text.owner}>
          {props.server.ownership === 'owned' ? text.ownerSelf : props.server.ownerName}
        </KeyValue>
        <KeyValue label={text.ownership}>{serverText.ownership[props.server.ownership]}</KeyValue>
        <KeyValue label={text.version}>{props.server.version}</KeyValue>
        <KeyValue label={text.platform}>{platform()}</KeyValue>
        <KeyValue label={text.device}>{props.server.device}</KeyValue>
        <KeyValue label={text.identifier} isMono>
          {props.server.id}
        </KeyValue>
        <KeyValue label={text.publicAddress} isMono>
          {props.server.publicAddress}
        </KeyValue>
        <KeyValue label={text.httpsRequired}>
          {props.server.isHttpsRequired ? text.httpsIsRequired : text.httpsIsNotRequired}
        </KeyValue>
        <KeyValue label={text.accessToken} isMono={props.server.accessToken !== null}>
          <Show when={props.server.accessToken} fallback={text.noAccessToken}>
            {(token) => `${tokenText.kind(token().kind)} ${tokenText.masked(token().lastFour)}`}
          </Show>
        </KeyValue>
        <KeyValue label={text.lastSeen}>
          <Show when={props.server.lastSeenAt}>{(at) => <TimeAgo at={at()} />}</Show>
        </KeyValue>
        <KeyValue label={text.createdAt}>
          <Show when={props.server.createdAt}>{(at) => formatDate(at())}</Show>
        </KeyValue>
      </KeyValueList>
    </Section>
  );
}
