import type { JSX } from 'solid-js';
import { useUsher } from '../../state/use-usher.ts';
import { serverPageText } from '../../../shared/words/servers.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { PageHeader } from '../../ui/page-header.tsx';

interface ServerGoneProps {
  readonly title: string;
}

/** In place of what is about a server that the account no longer reaches. */
export function ServerGone(props: ServerGoneProps): JSX.Element {
  const usher = useUsher();
  return (
    <>
      <PageHeader title={props.title} />
      <Card>
        <EmptyState
          title={serverPageText().gone.title}
          detail={serverPageText().gone.text}
          actions={
            <Button onClick={() => usher.navigate({ view: 'servers' })}>
              {serverPageText().gone.action}
            </Button>
          }
        />
      </Card>
    </>
  );
}
