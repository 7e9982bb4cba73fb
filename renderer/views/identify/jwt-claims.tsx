import { For, Show, type JSX } from 'solid-js';
import type { JwtFacts } from '../../../shared/model/identification.ts';
import type { JsonValue } from '../../../shared/model/account.ts';
import { formatDateTime } from '../../../shared/words/formats.ts';
import { identifyText } from '../../../shared/words/identify.ts';
import { KeyValueList } from '../../ui/key-value-list.tsx';
import { KeyValue } from '../../ui/key-value.tsx';
import styles from './found-token-card.module.css';

interface JwtClaimsProps {
  readonly jwt: JwtFacts;
}

/** Claims that are times, in seconds since 1970 (https://www.rfc-editor.org/rfc/rfc7519#section-4.1). */
const times = new Set(['exp', 'iat', 'nbf']);
const mostClaims = 40;
const longestClaim = 500;

/** A JWT's header and claims, as they stand in it. */
export function JwtClaims(props: JwtClaimsProps): JSX.Element {
  const claims = () => Object.entries(props.jwt.claims);
  return (
    <details class={styles.claims}>
      <summary>{identifyText().claims}</summary>
      <p class={styles.soft}>{identifyText().claimsNote}</p>
      <KeyValueList>
        <KeyValue label={identifyText().algorithm} isMono>
          {props.jwt.algorithm}
        </KeyValue>
        <KeyValue label={identifyText().keyId} isMono>
          {props.jwt.keyId}
        </KeyValue>
        <For each={claims().slice(0, mostClaims)}>
          {([name, value]) => (
            <KeyValue label={name.slice(0, 80)} isMono>
              {claimText(name, value)}
            </KeyValue>
          )}
        </For>
      </KeyValueList>
      <Show when={claims().length > mostClaims}>
        <p class={styles.soft}>{identifyText().moreServers(claims().length - mostClaims)}</p>
      </Show>
    </details>
  );
}

const claimText = (name: string, value: JsonValue): string => {
  if (times.has(name) && typeof value === 'number') return formatDateTime(value * 1000);
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length > longestClaim ? `${text.slice(0, longestClaim)}…` : text;
};
