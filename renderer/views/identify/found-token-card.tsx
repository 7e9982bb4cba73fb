import { createEffect, createSignal, on, Show, type JSX } from 'solid-js';
import type { FoundToken } from '../../../shared/model/identification.ts';
import { findingText, identifyText } from '../../../shared/words/identify.ts';
import { createAction } from '../../state/create-action.ts';
import { useUsher } from '../../state/use-usher.ts';
import { tokenText } from '../../../shared/words/tokens.ts';
import { Chip } from '../../ui/chip.tsx';
import { Button } from '../../ui/button.tsx';
import { Section } from '../../ui/section.tsx';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import { FindingBadge } from './finding-badge.tsx';
import { FoundFacts } from './found-facts.tsx';
import { JwtClaims } from './jwt-claims.tsx';
import { KeepDialog } from './keep-dialog.tsx';
import { MintedBadge } from './minted-badge.tsx';
import styles from './identify-view.module.css';

interface FoundTokenCardProps {
  readonly found: FoundToken;
}

/** One token of the pasted text: what it is, and what can be done with it. */
export function FoundTokenCard(props: FoundTokenCardProps): JSX.Element {
  const usher = useUsher();
  const forget = createAction('identify.forget');
  const askAgain = createAction('identify.askAgain');
  const [isKeeping, setIsKeeping] = createSignal(false);
  const minted = () => usher.state.tokens.find(({ id }) => id === props.found.mintedAs) ?? null;
  const text = () => findingText(props.found, minted());
  const account = () => (props.found.finding.kind === 'account' ? props.found.finding : null);
  const unknown = () =>
    props.found.finding.kind === 'unknown' && minted() === null ? props.found.finding : null;
  const sameToken = () => {
    const here = account()?.account.here ?? null;
    return here?.isSameToken === true ? here : null;
  };
  const isAsking = () =>
    props.found.finding.kind === 'waiting' || props.found.finding.kind === 'asking';

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

  return (
    <li>
      <Section
        class={styles.card}
        title={text().title}
        description={text().detail}
        actions={
          <>
            <Show when={account()}>
              <Show
                when={sameToken()}
                fallback={
                  <Show
                    when={account()?.device?.isServer === true}
                    fallback={
                      <Button size="small" onClick={() => setIsKeeping(true)}>
                        {identifyText().keep}
                      </Button>
                    }
                  >
                    <Button size="small" onClick={() => usher.navigate({ view: 'signIn' })}>
                      {identifyText().signIn}
                    </Button>
                  </Show>
                }
              >
                {(here) => (
                  <Button
                    size="small"
                    onClick={() => usher.navigate({ view: 'account', accountId: here().accountId })}
                  >
                    {identifyText().openAccount}
                  </Button>
                )}
              </Show>
            </Show>
            <Show when={minted()}>
              <Button size="small" onClick={() => usher.navigate({ view: 'tokens' })}>
                {identifyText().openTokens}
              </Button>
            </Show>
            <Show when={unknown()}>
              <Button
                size="small"
                isBusy={askAgain.isBusy()}
                onClick={() => void askAgain.run({ foundTokenId: props.found.id })}
              >
                {identifyText().askAgain}
              </Button>
            </Show>
            <Button
              size="small"
              kind="quiet"
              aria-label={identifyText().forgetLabel(props.found.token.lastFour)}
              isBusy={forget.isBusy()}
              onClick={() => void forgetThis()}
            >
              {identifyText().forget}
            </Button>
          </>
        }
      >
        <div class={styles.token}>
          <code>
            <span aria-hidden="true">{tokenText().masked(props.found.token.lastFour)}</span>
            <VisuallyHidden>
              {tokenText().maskedForReaders(props.found.token.lastFour)}
            </VisuallyHidden>
          </code>
          <Chip>{tokenText().kind(props.found.token.kind)}</Chip>
          <Show when={minted()} fallback={<FindingBadge finding={props.found.finding} />}>
            {(token) => <MintedBadge token={token()} />}
          </Show>
          <Show when={unknown()?.reason}>
            {(reason) => <span class={styles.soft}>{identifyText().reason(reason())}</span>}
          </Show>
        </div>
        <FoundFacts found={props.found} minted={minted()} />
        <Show when={props.found.jwt}>{(jwt) => <JwtClaims jwt={jwt()} />}</Show>
      </Section>
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
