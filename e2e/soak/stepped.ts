import type { AppError } from '../../shared/errors.ts';
import { err, type Result } from '../../shared/result.ts';

/** Told before and after every call. The call fails with what it answers; it may also never answer. */
export type OnStep = (step: string) => Promise<AppError | null>;

type Method = (...args: never[]) => Promise<Result<unknown>>;

/**
 * The same port, each call of which by one of these names is a step before and a step after. An error before the call
 * keeps it from happening; an error after it hides that it happened.
 */
export function stepped<Port extends object>(
  port: Port,
  names: readonly (keyof Port & string)[],
  onStep: OnStep,
): Port {
  const around =
    (name: string, method: Method): Method =>
    async (...args) => {
      const refusal = await onStep(`before ${name}`);
      if (refusal !== null) return err(refusal);
      const outcome = await method(...args);
      const denial = await onStep(`after ${name}`);
      return denial === null ? outcome : err(denial);
    };
  const replaced = names.map((name) => [name, around(name, port[name] as Method)] as const);
  return { ...port, ...Object.fromEntries(replaced) };
}
