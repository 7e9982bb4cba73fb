import type {
  RequestInput,
  RequestName,
  RequestOutput,
  UsherBridge,
} from '../../shared/contract.ts';
import type { State, StateChange } from '../../shared/model/state.ts';
import { err, ok, type Result } from '../../shared/result.ts';

type Answer<Name extends RequestName> = (
  input: RequestInput<Name>,
) => Result<RequestOutput<Name>> | Promise<Result<RequestOutput<Name>>>;

type Answers = { [Name in RequestName]?: Answer<Name> };
type Calls = { [Name in RequestName]?: RequestInput<Name>[] };

export interface TestBridge extends UsherBridge {
  /** Sets what main would answer; the last one set counts. */
  answer<Name extends RequestName>(name: Name, answer: Answer<Name>): void;
  /** What main would tell. */
  emit(change: StateChange): void;
  /** Every input a request was made with, oldest first. */
  calls<Name extends RequestName>(name: Name): readonly RequestInput<Name>[];
}

/** Main's twin for tests of the page: answers from a table, tells what it is told to tell. */
export function createTestBridge(snapshot: State): TestBridge {
  const answers: Answers = { 'app.snapshot': () => ok(snapshot) };
  const calls: Calls = {};
  const listeners = new Set<(change: StateChange) => void>();

  return {
    answer: (name, answer) => {
      const table: { [Key in typeof name]?: Answer<Key> } = answers;
      table[name] = answer;
    },
    emit: (change) => {
      for (const listener of [...listeners]) listener(change);
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
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
