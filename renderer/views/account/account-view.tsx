import type { JSX } from 'solid-js';
import type { AccountId } from '../../../shared/model/ids.ts';
import { useUsher } from '../../state/use-usher.ts';
import { PageHeader } from '../../ui/page-header.tsx';

interface AccountViewProps {
  readonly accountId: AccountId;
}

export function AccountView(props: AccountViewProps): JSX.Element {
  const usher = useUsher();
  const title = () =>
    usher.state.accounts.find((account) => account.id === props.accountId)?.title ?? '';
  return <PageHeader title={title()} />;
}
