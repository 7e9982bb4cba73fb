import Check from 'lucide-solid/icons/check';
import Ellipsis from 'lucide-solid/icons/ellipsis';
import RefreshCw from 'lucide-solid/icons/refresh-cw';
import X from 'lucide-solid/icons/x';
import { Show, type JSX } from 'solid-js';
import type { AccountSummary } from '../../../shared/model/account.ts';
import type { HomeMember } from '../../../shared/model/home.ts';
import type { AccountId } from '../../../shared/model/ids.ts';
import { useUsher } from '../../state/use-usher.ts';
import { homeText } from '../../../shared/words/home.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { Chip } from '../../ui/chip.tsx';
import { Button } from '../../ui/button.tsx';
import { createSummons } from '../../ui/create-summons.ts';
import { ErrorState } from '../../ui/error-state.tsx';
import { Menu } from '../../ui/menu.tsx';
import { createSwitch } from './create-switch.ts';
import { PinDialog } from './pin-dialog.tsx';
import styles from './member-row.module.css';

interface MemberRowProps {
  readonly accountId: AccountId;
  readonly member: HomeMember;
}

/** One user of the Home: who it is, and its token. */
export function MemberRow(props: MemberRowProps): JSX.Element {
  const usher = useUsher();
  const attempt = createSwitch(
    () => props.accountId,
    () => props.member,
  );
  const kept = (): AccountSummary | undefined =>
    usher.state.accounts.find(
      ({ homeOf, uuid }) => homeOf === props.accountId && uuid === props.member.uuid,
    );
  const { summons, summon } = createSummons();
  const isRejected = () => kept()?.verdict.kind === 'rejected';

  return (
    <li class={styles.row} onContextMenu={(event) => kept() && summon(event)}>
      <Avatar name={props.member.title} path={props.member.avatarPath} />
      <div class={styles.who}>
        <span class={styles.name} title={props.member.title}>
          <bdi>{props.member.title}</bdi>
        </span>
        <span class={styles.meta}>{homeText().facts(props.member)}</span>
      </div>
      <div class={styles.actions}>
        <Show when={kept()}>
          <Chip
            tone={isRejected() ? 'danger' : 'ok'}
            icon={
              isRejected() ? (
                <X size={12} stroke-width={2.25} aria-hidden="true" />
              ) : (
                <Check size={12} stroke-width={2.25} aria-hidden="true" />
              )
            }
          >
            {isRejected() ? homeText().rejected : homeText().kept}
          </Chip>
        </Show>
        <Show when={!props.member.isSelf}>
          <Show
            when={kept()}
            fallback={
              <Button
                size="small"
                isBusy={attempt.isBusy()}
                aria-label={homeText().getTokenLabel(props.member.title)}
                onClick={() => attempt.start()}
              >
                {homeText().getToken}
              </Button>
            }
          >
            {(account) => (
              <>
                <Button
                  size="small"
                  isBusy={attempt.isBusy()}
                  aria-label={homeText().openLabel(props.member.title)}
                  onClick={() => usher.navigate({ view: 'servers', accountId: account().id })}
                >
                  {homeText().open}
                </Button>
                <Menu
                  size="small"
                  label={homeText().moreLabel(props.member.title)}
                  icon={<Ellipsis size={16} aria-hidden="true" />}
                  summons={summons()}
                  items={[
                    {
                      label: homeText().getNewToken,
                      icon: <RefreshCw size={16} aria-hidden="true" />,
                      onSelect: () => attempt.start(),
                    },
                  ]}
                />
              </>
            )}
          </Show>
        </Show>
      </div>
      <Show when={!attempt.isAskingPin() && attempt.error()}>
        {(error) => (
          <div class={styles.error}>
            <ErrorState isInline error={error()} />
          </div>
        )}
      </Show>
      <PinDialog name={props.member.title} attempt={attempt} />
    </li>
  );
}
