import type {
  EventName,
  Events,
  RequestInput,
  RequestName,
  RequestOutput,
  UsherBridge,
} from '../../shared/contract.ts';
import type { Snapshot } from '../../shared/model/state.ts';
import { err, ok, type Result } from '../../shared/result.ts';

type Answer<Name extends RequestName> = (
  input: RequestInput<Name>,
) => Result<RequestOutput<Name>> | Promise<Result<RequestOutput<Name>>>;

type Answers = { [Name in RequestName]?: Answer<Name> };
type Listeners = { [Name in EventName]: Set<(state: Events[Name]) => void> };
type Calls = { [Name in RequestName]?: RequestInput<Name>[] };

export interface TestBridge extends UsherBridge {
  /** Sets what main would answer; the last one set counts. */
  answer<Name extends RequestName>(name: Name, answer: Answer<Name>): void;
  /** What main would tell. */
  emit<Name extends EventName>(name: Name, state: Events[Name]): void;
  /** Every input a request was made with, oldest first. */
  calls<Name extends RequestName>(name: Name): readonly RequestInput<Name>[];
}

/** Main's twin for tests of the page: answers from a table, tells what it is told to tell. */
export function createTestBridge(snapshot: Snapshot): TestBridge {
  const answers: Answers = { 'app.snapshot': () => ok(snapshot) };
  const calls: Calls = {};
  const listeners: Listeners = {
    'vault.changed': new Set(),
    'vaultActivity.changed': new Set(),
    'accounts.changed': new Set(),
    'servers.changed': new Set(),
    'devices.changed': new Set(),
    'revocations.changed': new Set(),
    'tokens.changed': new Set(),
    'identification.changed': new Set(),
    'clipboard.changed': new Set(),
    'signIn.changed': new Set(),
    'signOuts.changed': new Set(),
    'repair.changed': new Set(),
    'notices.changed': new Set(),
    'attention.changed': new Set(),
    'settings.changed': new Set(),
    'activity.changed': new Set(),
  };

  return {
    answer: (name, answer) => {
      const table: { [Key in typeof name]?: Answer<Key> } = answers;
      table[name] = answer;
    },
    emit: (name, state) => {
      for (const listener of [...listeners[name]]) listener(state);
    },
    calls: (name) => calls[name] ?? [],
    request: async (name, input) => {
      const made: { [Key in typeof name]?: RequestInput<Key>[] } = calls;
      made[name] = [...(made[name] ?? []), input];
      const answer = answers[name];
      if (answer === undefined)
        return err({ code: 'internal', reference: `no answer for ${name}` });
      return await answer(input);
    },
    subscribe: (name, listener) => {
      listeners[name].add(listener);
      return () => listeners[name].delete(listener);
    },
  };
}
