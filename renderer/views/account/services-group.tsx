import { For, Show, type JSX } from 'solid-js';
import type { AccountService } from '../../../shared/model/account.ts';
import { accountFieldText } from '../../../shared/words/account.ts';
import { Chip } from '../../ui/chip.tsx';
import { Section } from '../../ui/section.tsx';
import styles from './services-group.module.css';

interface ServicesGroupProps {
  readonly services: readonly AccountService[];
}

const text = () => accountFieldText().services;

/** Plex's own services behind the account. That there is a token is told; the token is not. */
export function ServicesGroup(props: ServicesGroupProps): JSX.Element {
  return (
    <Section
      title={text().title}
      description={text().note}
      isFlush
      actions={<span class={styles.count}>{text().count(props.services.length)}</span>}
    >
      <Show when={props.services.length > 0} fallback={<p class={styles.none}>{text().none}</p>}>
        <table class={styles.table}>
          <thead>
            <tr>
              <th scope="col">{text().service}</th>
              <th scope="col">{text().state}</th>
              <th scope="col">{text().holds}</th>
            </tr>
          </thead>
          <tbody>
            <For each={props.services}>{(service) => <ServiceRow service={service} />}</For>
          </tbody>
        </table>
      </Show>
    </Section>
  );
}

interface ServiceRowProps {
  readonly service: AccountService;
}

function ServiceRow(props: ServiceRowProps): JSX.Element {
  const tone = () =>
    props.service.status === 'online'
      ? 'ok'
      : props.service.status === 'offline'
        ? 'warn'
        : 'neutral';
  const holds = () => {
    if (props.service.hasToken) {
      return props.service.hasSecret ? text().held.both : text().held.token;
    }
    return props.service.hasSecret ? text().held.secret : null;
  };
  return (
    <tr>
      <th scope="row" class={styles.service}>
        <span class={styles.clipped} title={props.service.identifier}>
          <bdi>{props.service.identifier}</bdi>
        </span>
        <Show when={props.service.endpoint}>
          {(endpoint) => (
            <span class={styles.endpoint} title={endpoint()}>
              <bdi>{endpoint()}</bdi>
            </span>
          )}
        </Show>
      </th>
      <td>
        <Show
          when={props.service.status}
          fallback={<span class={styles.nothing}>{text().notGiven}</span>}
        >
          {(status) => (
            <Chip tone={tone()} title={status()}>
              {status()}
            </Chip>
          )}
        </Show>
      </td>
      <td>
        <Show when={holds()} fallback={<span class={styles.nothing}>{text().nothing}</span>}>
          {holds()}
        </Show>
      </td>
    </tr>
  );
}
