import type { JSX } from 'solid-js';
import type { AccountId, ServerId } from '../../../shared/model/ids.ts';
import { PageHeader } from '../../ui/page-header.tsx';

interface ServerViewProps {
  readonly accountId: AccountId;
  readonly serverId: ServerId;
}

export function ServerView(_props: ServerViewProps): JSX.Element {
  return <PageHeader title="Server" />;
}
