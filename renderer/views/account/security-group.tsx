import { Show, type JSX } from 'solid-js';
import type { AccountDetails } from '../../../shared/model/account.ts';
import { accountFieldText, yesOrNo } from '../../../shared/words/account.ts';
import { Chip } from '../../ui/chip.tsx';
import { KeyValueList } from '../../ui/key-value-list.tsx';
import { KeyValue } from '../../ui/key-value.tsx';
import { Section } from '../../ui/section.tsx';
import { dateOrNull } from './date-or-null.ts';
import { FieldRow } from './field-row.tsx';
import styles from './group.module.css';

interface SecurityGroupProps {
  readonly security: AccountDetails['security'];
}

const text = () => accountFieldText().security;

const oneOf = (value: boolean | null, yes: string, no: string): string | null =>
  value === null ? null : value ? yes : no;

export function SecurityGroup(props: SecurityGroupProps): JSX.Element {
  return (
    <Section title={text().title}>
      <KeyValueList>
        <KeyValue label={text().twoFactor}>
          <Show when={props.security.twoFactorEnabled !== null}>
            <Chip tone={props.security.twoFactorEnabled === true ? 'ok' : 'warn'}>
              {props.security.twoFactorEnabled === true ? text().on : text().off}
            </Chip>
          </Show>
        </KeyValue>
        <FieldRow
          label={text().backupCodes}
          value={oneOf(props.security.backupCodesCreated, text().made, text().notMade)}
        />
        <FieldRow
          label={text().password}
          value={oneOf(props.security.hasPassword, text().passwordSet, text().passwordNotSet)}
        />
        <FieldRow label={text().emailOnly} value={yesOrNo(props.security.emailOnlyAuth)} />
        <KeyValue label={text().remember}>
          <Show when={dateOrNull(props.security.rememberExpiresAt)}>
            {(date) => (
              <>
                {date()}
                <span class={styles.note}>{text().rememberNote}</span>
              </>
            )}
          </Show>
        </KeyValue>
      </KeyValueList>
    </Section>
  );
}
