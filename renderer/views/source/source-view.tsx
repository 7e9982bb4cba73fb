import type { JSX } from 'solid-js';
import type { AccountId, ServerId } from '../../../shared/model/ids.ts';
import { PageHeader } from '../../ui/page-header.tsx';

interface SourceViewProps {
  readonly accountId: AccountId;
  readonly serverId: ServerId;
}

export function SourceView(_props: SourceViewProps): JSX.Element {
  return <PageHeader title="Source" />;
}
