import { createMemo, Match, Switch, type JSX } from 'solid-js';
import { repairRoute } from '../../state/route.ts';
import type { Route } from '../../state/route.ts';
import { useUsher } from '../../state/use-usher.ts';
import { repairText } from '../../../shared/words/sign-in.ts';
import { Button } from '../../ui/button.tsx';
import { Banner } from '../../ui/banner.tsx';

const text = () => repairText().bar;
/** Views that are about this, or about signing in, tell it themselves. */
const quietViews: readonly Route['view'][] = ['signIn', 'repair'];

/** The way to the accounts that Plex has signed out, on every view. */
export function RepairBar(): JSX.Element {
  const usher = useUsher();
  const isQuiet = () => quietViews.includes(usher.route().view);
  const rejected = createMemo(() =>
    usher.state.accounts.filter(
      ({ verdict, homeOf }) => verdict.kind === 'rejected' && homeOf === null,
    ),
  );
  const undecided = () => {
    const { signIn, accounts } = usher.state;
    if (signIn.kind !== 'otherUser') return null;
    return accounts.find(({ id }) => id === signIn.forAccountId) ?? null;
  };
  const only = () => (rejected().length === 1 ? rejected()[0] : undefined);

  return (
    <Switch>
      <Match when={!isQuiet() && undecided()}>
        {(account) => (
          <Banner
            tone="warn"
            title={text().undecided}
            detail={text().undecidedDetail(account().title)}
            actions={
              <Button size="small" onClick={() => usher.navigate(repairRoute(account()))}>
                {text().decide}
              </Button>
            }
          />
        )}
      </Match>
      <Match when={!isQuiet() && only()}>
        {(account) => (
          <Banner
            tone="warn"
            title={text().one(account().title)}
            detail={text().oneDetail}
            actions={
              <Button size="small" onClick={() => usher.navigate(repairRoute(account()))}>
                {text().repair}
              </Button>
            }
          />
        )}
      </Match>
      <Match when={!isQuiet() && rejected().length > 1}>
        <Banner
          tone="warn"
          title={text().many(rejected().length)}
          detail={text().manyDetail}
          actions={
            <Button size="small" onClick={() => usher.navigate({ view: 'repair' })}>
              {text().repairAll}
            </Button>
          }
        />
      </Match>
    </Switch>
  );
}
