import BadgeCheck from 'lucide-solid/icons/badge-check';
import CreditCard from 'lucide-solid/icons/credit-card';
import House from 'lucide-solid/icons/house';
import Shield from 'lucide-solid/icons/shield';
import { createUniqueId, For, Show, type JSX } from 'solid-js';
import type { AccountDetails, AccountSummary } from '../../../shared/model/account.ts';
import type { PlexHome } from '../../../shared/model/home.ts';
import { accountFieldText, knownValue, planText, tileText } from '../../../shared/words/account.ts';
import { formatDate } from '../../../shared/words/formats.ts';
import { createQuery } from '../../state/create-query.ts';
import { useUsher } from '../../state/use-usher.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import styles from './account-tiles.module.css';
import { periodName } from './subscription-fields.ts';

interface AccountTilesProps {
  readonly account: AccountSummary;
  readonly details: AccountDetails;
}

/** What matters of an account, each told in three lines with the way to the rest of it. */
export function AccountTiles(props: AccountTilesProps): JSX.Element {
  const usher = useUsher();
  const accountId = () => props.account.id;
  const goToData = (at: 'plexPass' | 'subscriptions') => () =>
    usher.navigate({ view: 'account', accountId: accountId(), tab: 'data', at });
  return (
    <div class={styles.container}>
      <div class={styles.tiles}>
        <Tile
          icon={<BadgeCheck size={16} aria-hidden="true" />}
          title={accountFieldText().plexPass.title}
          headline={passHeadline(props.details.plexPass)}
          lines={passLines(props.details.plexPass)}
          link={{ label: tileText().features, onGo: goToData('plexPass') }}
        />
        <Tile
          icon={<Shield size={16} aria-hidden="true" />}
          title={tileText().security}
          headline={tileText().twoFactor(props.details.security.twoFactorEnabled)}
          lines={securityLines(props.details)}
          link={{
            label: tileText().devices,
            onGo: () => usher.navigate({ view: 'devices', accountId: accountId() }),
          }}
        />
        <HomeTile account={props.account} home={props.details.home} />
        <Tile
          icon={<CreditCard size={16} aria-hidden="true" />}
          title={tileText().subscriptions}
          {...subscriptionWords(props.details)}
          link={{ label: tileText().details, onGo: goToData('subscriptions') }}
        />
      </div>
    </div>
  );
}

interface TileProps {
  readonly icon: JSX.Element;
  readonly title: string;
  readonly headline: string;
  readonly lines: readonly string[];
  readonly link?: { readonly label: string; readonly onGo: () => void } | undefined;
}

function Tile(props: TileProps): JSX.Element {
  const id = createUniqueId();
  return (
    <section aria-labelledby={`${id}-title`}>
      <Card class={styles.tile}>
        <div class={styles.head}>
          {props.icon}
          <h2 id={`${id}-title`} class={styles.title}>
            {props.title}
          </h2>
          <Show when={props.link}>
            {(link) => (
              <Button
                size="small"
                kind="quiet"
                class={styles.link}
                aria-describedby={`${id}-title`}
                onClick={() => link().onGo()}
              >
                {link().label}
              </Button>
            )}
          </Show>
        </div>
        <p class={styles.headline} title={props.headline}>
          <bdi>{props.headline}</bdi>
        </p>
        <For each={props.lines}>
          {(line) => (
            <p class={styles.line} title={line.length > 60 ? line : undefined}>
              <bdi>{line}</bdi>
            </p>
          )}
        </For>
      </Card>
    </section>
  );
}

const passHeadline = ({ active, plan }: AccountDetails['plexPass']): string => {
  if (active === false) return tileText().noPass;
  return knownValue(planText().plan, plan) ?? tileText().pass(active);
};

const passLines = (plexPass: AccountDetails['plexPass']): readonly string[] => {
  const { active, subscribedAt, features, status } = plexPass;
  const text = tileText();
  const since = subscribedAt === null ? null : text.since(active, formatDate(subscribedAt));
  return [
    since ?? knownValue(planText().status, status) ?? '',
    features.length === 0 ? '' : text.included(features.length),
  ].filter((line) => line !== '');
};

const securityLines = ({ security, home, identity }: AccountDetails): readonly string[] =>
  [
    tileText().password(security.hasPassword, home.isMember === true ? home.isProtected : null),
    tileText().email(identity.isEmailConfirmed),
  ].filter((line) => line !== '');

interface HomeTileProps {
  readonly account: AccountSummary;
  readonly home: AccountDetails['home'];
}

/** Who is in a Home is for its own accounts to see, and a Home user is none. */
function HomeTile(props: HomeTileProps): JSX.Element {
  return (
    <Show
      when={props.account.homeOf === null && props.home.isMember === true}
      fallback={<HomeFacts {...props} told={null} />}
    >
      <HomeWithUsers {...props} />
    </Show>
  );
}

/** Asks who is in the Home; until that is known, and where it can't be, the tile tells what the account itself does. */
function HomeWithUsers(props: HomeTileProps): JSX.Element {
  const query = createQuery('home.load', () => ({ accountId: props.account.id }));
  return <HomeFacts {...props} told={query.value()} />;
}

function HomeFacts(props: HomeTileProps & { readonly told: PlexHome | null }): JSX.Element {
  const usher = useUsher();
  const users = () => props.told?.members.map(({ title, isSelf }) => (isSelf ? null : title)) ?? [];
  return (
    <Tile
      icon={<House size={16} aria-hidden="true" />}
      title={accountFieldText().home.title}
      headline={props.told?.name ?? tileText().home(props.home.isMember, props.home.isAdmin)}
      lines={[
        tileText().homeSize(props.home.size, props.home.maxSize),
        tileText().homeUsers(users()),
      ].filter((line) => line !== '')}
      link={
        props.account.homeOf === null
          ? {
              label: tileText().users,
              onGo: () => usher.navigate({ view: 'home', accountId: props.account.id }),
            }
          : undefined
      }
    />
  );
}

/** What comes next for the present subscriptions, and what else there is. */
const subscriptionWords = ({
  subscriptions,
  pastSubscriptions,
  plexPass,
}: AccountDetails): Pick<TileProps, 'headline' | 'lines'> => {
  const text = tileText();
  const running = subscriptions.filter(({ state, isActive }) => isActive ?? state === 'active');
  const byTime = (times: readonly (number | null)[]): number | undefined =>
    times.filter((at) => at !== null).toSorted((one, other) => one - other)[0];
  const renewsAt = byTime(
    running.map((period) => (period.isCanceled === true ? null : period.renewsAt)),
  );
  const endsAt = byTime(running.map(({ endsAt: at }) => at));
  const main =
    running.find((period) => [period.renewsAt, period.endsAt].includes(renewsAt ?? endsAt ?? 0)) ??
    running[0];
  const isForLife =
    main?.mode === 'lifetime' || (main === undefined && plexPass.plan === 'lifetime');
  const others = subscriptions.length - (main === undefined ? 0 : 1);
  const past = pastSubscriptions?.list.length ?? 0;
  const isNone = main === undefined && plexPass.active !== true;
  return {
    headline:
      renewsAt !== undefined
        ? text.renews(formatDate(renewsAt))
        : endsAt !== undefined
          ? text.ends(formatDate(endsAt))
          : isNone
            ? text.noSubscription
            : text.nothingToRenew,
    lines: [
      isForLife ? text.forLife : main === undefined ? '' : periodName(main),
      isNone ? '' : text.otherSubscriptions(others),
      past === 0 ? '' : text.pastSubscriptions(past),
    ]
      .filter((line) => line !== '')
      .slice(0, 2),
  };
};
