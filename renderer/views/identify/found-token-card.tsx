import Ellipsis from 'lucide-solid/icons/ellipsis';
import KeyRound from 'lucide-solid/icons/key-round';
import ServerIcon from 'lucide-solid/icons/server';
import Ticket from 'lucide-solid/icons/ticket';
import Trash from 'lucide-solid/icons/trash';
import UserPlus from 'lucide-solid/icons/user-plus';
import { createEffect, createSignal, createUniqueId, on, Show, type JSX } from 'solid-js';
import { Dynamic } from 'solid-js/web';
import type { FoundToken } from '../../../shared/model/identification.ts';
import { findingText, identifyText } from '../../../shared/words/identify.ts';
import { createAction } from '../../state/create-action.ts';
import { useUsher } from '../../state/use-usher.ts';
import { Card } from '../../ui/card.tsx';
import { Menu } from '../../ui/menu.tsx';
import type { MenuEntry } from '../../ui/whole-menu.tsx';
import { TokenChip } from '../tokens/token-chip.tsx';
import { FindingChip } from './finding-chip.tsx';
import { FoundAction, mayBeKept } from './found-action.tsx';
import { FoundFacts } from './found-facts.tsx';
import styles from './found-token-card.module.css';
import { JwtClaims } from './jwt-claims.tsx';
import { KeepDialog } from './keep-dialog.tsx';

interface FoundTokenCardProps {
  readonly found: FoundToken;
}

/** One token of the pasted text: what it is, and what can be done with it. */
export function FoundTokenCard(props: FoundTokenCardProps): JSX.Element {
  const usher = useUsher();
  const titleId = createUniqueId();
  const forget = createAction('identify.forget');
  const [isKeeping, setIsKeeping] = createSignal(false);
  const minted = () => usher.state.tokens.find(({ id }) => id === props.found.mintedAs) ?? null;
  const text = () => findingText(props.found, minted());
  const account = () => (props.found.finding.kind === 'account' ? props.found.finding : null);
  const isAsking = () =>
    props.found.finding.kind === 'waiting' || props.found.finding.kind === 'asking';
  const icon = () => {
    if (minted() !== null || props.found.token.kind === 'transient') return Ticket;
    const { finding } = props.found;
    const isOfServer =
      finding.kind === 'server' ||
      (finding.kind === 'account' && finding.device?.isServer === true);
    return isOfServer ? ServerIcon : KeyRound;
  };

  createEffect(
    on(
      isAsking,
      (asking) => {
        if (!asking) usher.announce(identifyText().told(props.found, text().title));
      },
      { defer: true },
    ),
  );

  const forgetThis = async (): Promise<void> => {
    const forgotten = await forget.run({ foundTokenId: props.found.id });
    if (forgotten.ok) usher.announce(identifyText().oneForgotten);
  };
  const keep = (): MenuEntry => ({
    label: identifyText().keep,
    icon: <UserPlus size={16} aria-hidden="true" />,
    onSelect: () => setIsKeeping(true),
  });

  return (
    <li>
      <Card class={styles.card}>
        <section class={styles.found} aria-labelledby={titleId}>
          <span class={styles.tile} aria-hidden="true">
            <Dynamic component={icon()} size={16} />
          </span>
          <div class={styles.words}>
            <div class={styles.titleLine}>
              <h3 id={titleId} class={styles.title} tabindex={-1}>
                {text().title}
              </h3>
              <Show when={minted()} fallback={<FindingChip finding={props.found.finding} />}>
                {(token) => <TokenChip token={token()} />}
              </Show>
            </div>
            <p class={styles.detail}>{text().detail}</p>
          </div>
          <div class={styles.actions}>
            <FoundAction found={props.found} minted={minted()} onKeep={() => setIsKeeping(true)} />
            <Menu
              size="small"
              label={identifyText().more(props.found.token.lastFour)}
              icon={<Ellipsis size={16} aria-hidden="true" />}
              items={[
                ...(mayBeKept(props.found) ? [keep(), 'line' as const] : []),
                {
                  label: identifyText().forget,
                  icon: <Trash size={16} aria-hidden="true" />,
                  onSelect: () => void forgetThis(),
                },
              ]}
            />
          </div>
          <div class={styles.facts}>
            <FoundFacts found={props.found} minted={minted()} />
            <Show when={props.found.jwt}>{(jwt) => <JwtClaims jwt={jwt()} />}</Show>
          </div>
        </section>
      </Card>
      <Show when={account()}>
        {(finding) => (
          <KeepDialog
            id={props.found.id}
            finding={finding()}
            isOpen={isKeeping()}
            onClose={() => setIsKeeping(false)}
          />
        )}
      </Show>
    </li>
  );
}
