import type { JSX } from 'solid-js';
import type { AccountDetails } from '../../../shared/model/account.ts';
import styles from './account-overview.module.css';
import { HomeGroup } from './home-group.tsx';
import { IdentityGroup } from './identity-group.tsx';
import { PlexPassGroup } from './plex-pass-group.tsx';
import { PreferencesGroup } from './preferences-group.tsx';
import { ProfileGroup } from './profile-group.tsx';
import { RightsGroup } from './rights-group.tsx';
import { SecurityGroup } from './security-group.tsx';
import { ServicesGroup } from './services-group.tsx';
import { SubscriptionsGroup } from './subscriptions-group.tsx';

interface AccountOverviewProps {
  readonly details: AccountDetails;
}

/** Everything the record holds, in groups; two columns where there is room. */
export function AccountOverview(props: AccountOverviewProps): JSX.Element {
  return (
    <div class={styles.overview}>
      <div class={styles.columns}>
        <div class={styles.column}>
          <IdentityGroup identity={props.details.identity} />
          <SecurityGroup security={props.details.security} />
          <HomeGroup home={props.details.home} />
          <RightsGroup roles={props.details.roles} entitlements={props.details.entitlements} />
        </div>
        <div class={styles.column}>
          <PlexPassGroup plexPass={props.details.plexPass} />
          <SubscriptionsGroup
            current={props.details.subscriptions}
            past={props.details.pastSubscriptions}
            trials={props.details.trials}
            askedAt={props.details.askedAt}
          />
          <ProfileGroup profile={props.details.profile} />
          <PreferencesGroup preferences={props.details.preferences} />
        </div>
      </div>
      <ServicesGroup services={props.details.services} />
    </div>
  );
}
