import Check from 'lucide-solid/icons/check';
import { createUniqueId, For, Match, Show, Switch, type JSX } from 'solid-js';
import type { AdoptableToken, FoundPlace, TokenUse } from '../../../shared/model/adoption.ts';
import type { AccountSummary } from '../../../shared/model/account.ts';
import type { AccountId } from '../../../shared/model/ids.ts';
import { identificationLifeMs } from '../../../shared/model/identification.ts';
import { adoptionText } from '../../../shared/words/adoption.ts';
import { destinationReasonText } from '../../../shared/words/app-tokens.ts';
import { findingText } from '../../../shared/words/identify.ts';
import { tokenText } from '../../../shared/words/tokens.ts';
import { createAction } from '../../state/create-action.ts';
import { useUsher } from '../../state/use-usher.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Countdown } from '../../ui/countdown.tsx';
import { ErrorLine } from '../../ui/error-line.tsx';
import { CountdownRing } from '../../ui/ring.tsx';
import { FindingChip } from '../identify/finding-chip.tsx';
import { AppTile } from './app-tile.tsx';
import styles from './found-in-files.module.css';

const text = () => adoptionText();

/** The tokens that programs have in their files: whose each is, who shares it, and a token of its own for each program. */
export function FoundInFiles(props: {
  /** Those that can have tokens for programs. */
  readonly accounts: readonly AccountSummary[];
}): JSX.Element {
  const usher = useUsher();
  const titleId = createUniqueId();
  const forget = createAction('adoption.forget');
  const adoption = () => usher.state.adoption;
  const receivedAt = () => usher.state.receivedAt.adoption;
  const forgetAll = async (): Promise<void> => {
    const forgotten = await forget.run({});
    if (forgotten.ok) usher.announce(text().forgotten);
  };

  return (
    <section class={styles.section} aria-labelledby={titleId}>
      <div class={styles.bar}>
        <h2 id={titleId} class={styles.title}>
          {text().title}
        </h2>
        <Show when={adoption().tokens.length > 0}>
          <p class={styles.left}>
            <CountdownRing
              remainingMs={adoption().remainingMs}
              totalMs={identificationLifeMs}
              receivedAt={receivedAt()}
            />
            <span>
              {text().forgottenIn(
                <Countdown
                  isShort
                  remainingMs={adoption().remainingMs}
                  receivedAt={receivedAt()}
                />,
              )}
            </span>
          </p>
        </Show>
        <Button size="small" kind="quiet" isBusy={forget.isBusy()} onClick={() => void forgetAll()}>
          {text().forget}
        </Button>
      </div>
      <ul class={styles.list} aria-label={text().listLabel}>
        <For each={adoption().tokens}>
          {(token) => <FoundTokenItem token={token} accounts={props.accounts} />}
        </For>
      </ul>
      <Show when={adoption().tokens.length === 0}>
        <Card>
          <p class={styles.name}>{text().none}</p>
          <p class={styles.note}>{text().noneDetail}</p>
        </Card>
      </Show>
      <For each={adoption().elsewhere}>
        {({ name, changedBy, path }) => (
          <p class={styles.note}>
            {text().elsewhere(name, changedBy)} <Path text={path} />
          </p>
        )}
      </For>
      <Show when={adoption().unread.length > 0}>
        <div class={styles.note}>
          <p>{text().unread(adoption().unread.length)}</p>
          <ul>
            <For each={adoption().unread}>
              {({ path, reason }) => (
                <li>
                  <Path text={path} /> {destinationReasonText(reason)}
                </li>
              )}
            </For>
          </ul>
        </div>
      </Show>
      <Show when={adoption().isCutOff}>
        <p class={styles.note}>{text().cutOff}</p>
      </Show>
    </section>
  );
}

function FoundTokenItem(props: {
  readonly token: AdoptableToken;
  readonly accounts: readonly AccountSummary[];
}): JSX.Element {
  const titleId = createUniqueId();
  const told = () => findingText(props.token.found, null);
  const serverName = (): string | null => {
    const { finding } = props.token.found;
    return finding.kind === 'account' ? (finding.device?.name ?? null) : null;
  };
  const isAdopted = () => props.token.uses.some(({ offer }) => offer.kind === 'adopted');

  return (
    <li>
      <Card class={styles.card}>
        <div class={styles.titleLine}>
          <h3 id={titleId} class={styles.name}>
            {told().title}
          </h3>
          <code class={styles.secret} dir="ltr">
            {tokenText().lastFour(props.token.found.token.lastFour)}
          </code>
          <FindingChip finding={props.token.found.finding} />
        </div>
        <Show
          when={!props.token.isServersOwn}
          fallback={
            <Banner
              tone="danger"
              title={text().serversOwn.title(serverName())}
              detail={<p>{text().serversOwn.detail}</p>}
            />
          }
        >
          <p class={styles.note}>{told().detail}</p>
        </Show>
        <Show when={props.token.isUshersOwn}>
          <p class={styles.note}>{text().ushersOwn}</p>
        </Show>
        <Show when={props.token.uses.length > 1}>
          <p class={styles.note}>{text().shared(props.token.uses.length)}</p>
        </Show>
        <ul class={styles.uses} aria-labelledby={titleId}>
          <For each={props.token.uses}>{(use) => <Use use={use} accounts={props.accounts} />}</For>
        </ul>
        <Show when={isAdopted()}>
          <p class={styles.note}>{text().endOld(props.token)}</p>
        </Show>
      </Card>
    </li>
  );
}

/** One program that reads the token. */
function Use(props: {
  readonly use: TokenUse;
  readonly accounts: readonly AccountSummary[];
}): JSX.Element {
  const usher = useUsher();
  const adopt = createAction('adoption.adopt');
  const offered = () => (props.use.offer.kind === 'offered' ? props.use.offer : null);
  const state = (): string | null => {
    switch (props.use.offer.kind) {
      case 'isAppToken':
        return text().isAppToken;
      case 'unchecked':
        return text().unchecked;
      case 'noToken':
        return text().noToken;
      case 'unwritable':
        return text().unwritable;
      default:
        return null;
    }
  };
  const run = async (accountId: AccountId): Promise<void> => {
    const adopted = await adopt.run({ useId: props.use.id, accountId });
    if (adopted.ok) usher.tell({ title: text().done(props.use.appName) });
  };
  /** The only one there is, or the one the token is of. */
  const account = (): AccountId | null =>
    offered()?.accountId ?? (props.accounts.length === 1 ? (props.accounts[0]?.id ?? null) : null);
  const error = () => {
    const failure = adopt.error();
    return failure?.code === 'question.declined' ? null : failure;
  };

  return (
    <li class={styles.use}>
      <AppTile name={props.use.appName} />
      <div class={styles.words}>
        <span class={styles.name}>
          <bdi>{props.use.appName}</bdi>
        </span>
        <For each={props.use.places}>{(place) => <Place place={place} />}</For>
        <Show when={props.use.program}>
          {(program) => (
            <Show when={props.use.offer.kind === 'adopted' || program().restart === 'stopBefore'}>
              <p class={styles.note}>{text().restart(program().name, program().restart)}</p>
            </Show>
          )}
        </Show>
        <Show when={error()}>{(failure) => <ErrorLine error={failure()} />}</Show>
      </div>
      <Switch fallback={<span class={styles.state}>{state()}</span>}>
        <Match when={props.use.offer.kind === 'adopted'}>
          <span class={styles.good}>
            <Check size={14} stroke-width={2.25} aria-hidden="true" />
            {text().adopted}
          </span>
        </Match>
        <Match when={offered() !== null && account()}>
          {(accountId) => (
            <Button
              size="small"
              isBusy={adopt.isBusy()}
              labels={[text().adopt, text().adopting]}
              aria-label={adopt.isBusy() ? undefined : text().adoptLabel(props.use)}
              onClick={() => void run(accountId())}
            >
              {adopt.isBusy() ? text().adopting : text().adopt}
            </Button>
          )}
        </Match>
        <Match when={offered() !== null && props.accounts.length > 1}>
          <div class={styles.choice}>
            <For each={props.accounts}>
              {({ id, title }) => (
                <Button
                  size="small"
                  isBusy={adopt.isBusy()}
                  aria-label={text().adoptForLabel(props.use, title)}
                  onClick={() => void run(id)}
                >
                  {text().adoptFor(title)}
                </Button>
              )}
            </For>
          </div>
        </Match>
      </Switch>
    </li>
  );
}

function Place(props: { readonly place: FoundPlace }): JSX.Element {
  const text = (): string => {
    const { path, key } = props.place.destination;
    return key === null ? path : `${path} › ${key}`;
  };
  return (
    <p class={styles.note}>
      <Path text={text()} />
      <Show when={props.place.trouble}>{(code) => <> {destinationReasonText(code())}</>}</Show>
    </p>
  );
}

const Path = (props: { readonly text: string }): JSX.Element => (
  <code class={styles.path} dir="ltr" translate="no">
    {props.text}
  </code>
);
