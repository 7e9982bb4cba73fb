import Blocks from 'lucide-solid/icons/blocks';
import Plus from 'lucide-solid/icons/plus';
import { createSignal, onMount, Show, type JSX } from 'solid-js';
import { replaceableApps } from '../../../shared/model/app-token.ts';
import { appsText } from '../../../shared/words/app-tokens.ts';
import { createAction } from '../../state/create-action.ts';
import { useUsher } from '../../state/use-usher.ts';
import { ErrorLine } from '../../ui/error-line.tsx';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { EmptyLine } from '../../ui/empty-line.tsx';
import { GrowingList } from '../../ui/growing-list.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { AddAppDialog } from './add-app-dialog.tsx';
import { FoundInFiles } from './found-in-files.tsx';
import { ScanButton } from './scan-button.tsx';
import { AppCard } from './app-card.tsx';
import styles from './apps-view.module.css';

interface AppsViewProps {
  /** Whether it begins with the question for the next one. */
  readonly isAdding?: boolean;
}

/** The programs that have a token of their own, of all accounts, in the order in which they were added. */
export function AppsView(props: AppsViewProps): JSX.Element {
  const usher = useUsher();
  const refresh = createAction('appToken.refresh');
  const [isAdding, setIsAdding] = createSignal(false);
  const apps = () => usher.state.appTokens;
  const rejectedCount = () => replaceableApps(apps(), usher.state.accounts).length;
  /** A Home user has no Authorized Devices, and so no tokens for programs. */
  const accounts = () => usher.state.accounts.filter(({ homeOf }) => homeOf === null);
  const add = (): void => {
    if (accounts().length === 0) usher.navigate({ view: 'signIn' });
    else setIsAdding(true);
  };
  onMount(() => {
    if (apps().length > 0) void refresh.run({});
    if (props.isAdding === true) add();
  });
  const addButton = () => (
    <Button kind="filled" icon={<Plus size={16} aria-hidden="true" />} onClick={add}>
      {accounts().length === 0 ? appsText().empty.signIn : appsText().add.action}
    </Button>
  );

  return (
    <div class={styles.view}>
      <PageHeader
        title={appsText().title}
        description={appsText().lead}
        actions={
          <>
            <Show when={accounts().length > 0}>
              <ScanButton />
            </Show>
            <Show when={apps().length > 0}>{addButton()}</Show>
          </>
        }
        {...(apps().length === 0
          ? {}
          : {
              refresh: {
                label: refresh.isBusy() ? appsText().refreshing : appsText().refresh,
                isBusy: refresh.isBusy(),
                run: () => void refresh.run({}),
              },
            })}
      />
      <Show when={refresh.error()}>{(error) => <ErrorLine error={error()} />}</Show>
      <Show when={rejectedCount() > 0}>
        <Banner
          tone="warn"
          title={appsText().rejected.title(rejectedCount())}
          detail={<p>{appsText().rejected.text}</p>}
          actions={
            <Button size="small" onClick={() => usher.navigate({ view: 'repair' })}>
              {appsText().rejected.action}
            </Button>
          }
        />
      </Show>
      <Show when={usher.state.adoption.isScanned}>
        <FoundInFiles accounts={accounts()} />
      </Show>
      <Show
        when={apps().length > 0}
        fallback={
          <Card class={styles.none}>
            <EmptyLine
              icon={<Blocks size={16} />}
              text={appsText().empty.text}
              action={addButton()}
            />
          </Card>
        }
      >
        <div class={styles.cards}>
          <GrowingList
            class={styles.list}
            items={apps()}
            label={appsText().listLabel}
            moreLabel={appsText().showMore}
          >
            {(app) => <AppCard app={app} />}
          </GrowingList>
        </div>
        <p class={styles.note}>{appsText().note}</p>
      </Show>
      <AddAppDialog accounts={accounts()} isOpen={isAdding()} onClose={() => setIsAdding(false)} />
    </div>
  );
}
