import type { JSX } from 'solid-js';
import { PageHeader } from '../../ui/page-header.tsx';

export function SignInView(): JSX.Element {
  return <PageHeader title="Sign in" />;
}
