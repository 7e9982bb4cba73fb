import { Show, type JSX } from 'solid-js';
import type { ServerSummary } from '../../../shared/model/server.ts';
import { useUsher } from '../../state/use-usher.ts';
import { serverPageText } from '../../../shared/words/servers.ts';
import { Button } from '../../ui/button.tsx';
import { Section } from '../../ui/section.tsx';

interface SourceSectionProps {
  readonly server: ServerSummary;
}

/** The way to the Source page; for a server of somebody else it says why there is none. */
export function SourceSection(props: SourceSectionProps): JSX.Element {
  const usher = useUsher();
  return (
    <Section
      title={serverPageText().source.title}
      description={
        props.server.ownership === 'owned'
          ? serverPageText().source.text
          : serverPageText().source.ownerOnly
      }
      actions={
        <Show when={props.server.ownership === 'owned'}>
          <Button
            onClick={() =>
              usher.navigate({
                view: 'source',
                accountId: props.server.accountId,
                serverId: props.server.id,
              })
            }
          >
            {serverPageText().source.open}
          </Button>
        </Show>
      }
    >
      {null}
    </Section>
  );
}
