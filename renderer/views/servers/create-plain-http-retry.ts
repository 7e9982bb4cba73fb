import type { Accessor } from 'solid-js';
import type { AppError } from '../../../shared/errors.ts';
import type { ServerSummary } from '../../../shared/model/server.ts';
import type { Result } from '../../../shared/result.ts';
import { createAction, type Action } from '../../state/create-action.ts';

/** What needs a token at a server, and is tried again where only plain HTTP stood in its way and the person allows that. */
export interface PlainHttpRetry {
  readonly run: (
    server: Pick<ServerSummary, 'accountId' | 'id'>,
    attempt: () => Promise<Result<unknown>>,
  ) => Promise<void>;
  /** Whether main is asking the person. */
  readonly isAsking: Accessor<boolean>;
  /** Why it failed; what they are asked about is no error, and neither is a no. */
  readonly error: Accessor<AppError | null>;
  readonly clearError: () => void;
}

export const createPlainHttpRetry = (
  tried: Pick<Action<'server.copyToken' | 'server.askSource'>, 'error' | 'clearError'>,
): PlainHttpRetry => {
  const action = createAction('server.allowPlainHttp');
  const clearError = (): void => {
    action.clearError();
    tried.clearError();
  };
  return {
    run: async ({ accountId, id }, attempt) => {
      clearError();
      const result = await attempt();
      if (result.ok || result.error.code !== 'server.insecure') return;
      const allowed = await action.run({ accountId, serverId: id, isAllowed: true });
      if (allowed.ok) await attempt();
      else if (allowed.error.code === 'question.declined') clearError();
    },
    isAsking: action.isBusy,
    error: () => {
      const error = tried.error();
      return error?.code === 'server.insecure' ? action.error() : error;
    },
    clearError,
  };
};
