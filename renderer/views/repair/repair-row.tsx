import { Show, type JSX } from 'solid-js';
import { repairText } from '../../../shared/words/sign-in.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { Chip } from '../../ui/chip.tsx';
import { Button } from '../../ui/button.tsx';
import type { RepairStep } from './create-repair-steps.ts';
import styles from './repair-view.module.css';

interface RepairRowProps {
  readonly step: RepairStep;
  readonly onTakeUp: () => void;
}

const tones = { repaired: 'ok', skipped: 'warn', current: 'info', waiting: 'neutral' } as const;

export function RepairRow(props: RepairRowProps): JSX.Element {
  return (
    <li class={styles.row} aria-current={props.step.state === 'current' ? 'step' : undefined}>
      <Avatar name={props.step.account.title} path={props.step.account.avatarPath} />
      <span class={styles.name} title={props.step.account.title}>
        <bdi>{props.step.account.title}</bdi>
      </span>
      <Chip tone={tones[props.step.state]}>{repairText().states[props.step.state]}</Chip>
      <Show when={props.step.state === 'skipped'}>
        <Button
          size="small"
          aria-label={repairText().takeUpLabel(props.step.account.title)}
          onClick={() => props.onTakeUp()}
        >
          {repairText().takeUp}
        </Button>
      </Show>
    </li>
  );
}
