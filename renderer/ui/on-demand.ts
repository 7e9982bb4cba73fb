import { createSignal, type Accessor, type Component } from 'solid-js';

/** A component in a file of its own, which nothing waits for but what shows it. */
export interface OnDemand<Props extends object> {
  /** Undefined until it has come. */
  readonly component: Accessor<Component<Props> | undefined>;
  readonly load: () => Promise<void>;
}

const all: Pick<OnDemand<never>, 'load'>[] = [];

/** Unlike `lazy`, it is there at once where it has come before, and suspends nothing around it where it has not. */
export function onDemand<Props extends object>(
  fetchComponent: () => Promise<Component<Props>>,
): OnDemand<Props> {
  const [component, setComponent] = createSignal<Component<Props>>();
  let coming: Promise<void> | undefined;
  const demanded: OnDemand<Props> = {
    component,
    load: () => (coming ??= fetchComponent().then((fetched) => void setComponent(() => fetched))),
  };
  all.push(demanded);
  return demanded;
}

/** Fetches all of them while nothing else is to be done, so that nobody waits for one later. */
export async function loadOnDemand(): Promise<void> {
  await Promise.all(all.map((each) => each.load()));
}
