import LockKeyhole from 'lucide-solid/icons/lock-keyhole';
import RefreshCw from 'lucide-solid/icons/refresh-cw';
import { Show, type JSX } from 'solid-js';
import type { AccountSummary } from '../../../shared/model/account.ts';
import type { HomeMember } from '../../../shared/model/home.ts';
import type { AccountId } from '../../../shared/model/ids.ts';
import { useUsher } from '../../state/use-usher.ts';
import { homeText } from '../../../shared/words/home.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { Chip } from '../../ui/chip.tsx';
import { Button } from '../../ui/button.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
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
  const isRejected = () => kept()?.verdict.kind === 'rejected';

  return (
    <li class={styles.row}>
      <Avatar name={props.member.title} path={props.member.avatarPath} />
      <div class={styles.who}>
        <span class={styles.name} title={props.member.title}>
          <bdi>{props.member.title}</bdi>
        </span>
        <span class={styles.badges}>
          <Chip tone={props.member.kind === 'admin' ? 'info' : 'neutral'}>
            {homeText().kind(props.member.kind)}
          </Chip>
          <Show when={props.member.restrictionProfile}>
            {(profile) => <Chip title={profile()}>{homeText().profile(profile())}</Chip>}
          </Show>
          <Show when={props.member.isProtected}>
            <Chip
              title={homeText().protectedDetail}
              icon={<LockKeyhole size={11} aria-hidden="true" />}
            >
              {homeText().protected}
            </Chip>
          </Show>
          <Show when={props.member.isSelf}>
            <Chip tone="info">{homeText().self}</Chip>
          </Show>
          <Show when={kept()}>
            <Chip tone={isRejected() ? 'danger' : 'ok'}>
              {isRejected() ? homeText().rejected : homeText().kept}
            </Chip>
          </Show>
        </span>
      </div>
      <div class={styles.actions}>
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
                <IconButton
                  size="small"
                  label={homeText().getNewTokenLabel(props.member.title)}
                  tip={homeText().getNewToken}
                  icon={<RefreshCw size={14} aria-hidden="true" />}
                  isBusy={attempt.isBusy()}
                  onClick={() => attempt.start()}
                />
                <Button
                  size="small"
                  aria-label={homeText().openLabel(props.member.title)}
                  onClick={() => usher.navigate({ view: 'servers', accountId: account().id })}
                >
                  {homeText().open}
                </Button>
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
