import type { JSX } from 'solid-js';
import { useUsher } from '../../state/use-usher.ts';
import { signOutText } from '../../../shared/words/sign-out.ts';
import { TextLink } from '../../ui/text-link.tsx';

interface SignOutLeftBehindProps {
  /** In place of the usual words, around where to end it. */
  readonly lead?: (place: JSX.Element) => JSX.Element;
}

/** What stays at Plex when an account is removed here alone, and where to end it. */
export function SignOutLeftBehind(props: SignOutLeftBehindProps): JSX.Element {
  const usher = useUsher();
  return (
    <p>
      {(props.lead ?? signOutText().leavesBehind)(
        <TextLink link="plexAuthorizedDevices">{signOutText().authorizedDevices}</TextLink>,
      )}{' '}
      {signOutText().deviceNameIs(usher.state.app.deviceName)}
    </p>
  );
}
