import type { JSX } from 'solid-js';
import { PageHeader } from '../../ui/page-header.tsx';

export function TokensView(): JSX.Element {
  return <PageHeader title="Transient tokens" />;
}
