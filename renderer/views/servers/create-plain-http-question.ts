import type { Accessor } from 'solid-js';
import type { AppError } from '../../../shared/errors.ts';
import type { ServerSummary } from '../../../shared/model/server.ts';
import type { Result } from '../../../shared/result.ts';
import { createAction, type Action } from '../../state/create-action.ts';

/** Whether a token may go unencrypted, asked by main when that stands in the way of something. */
export interface PlainHttpQuestion {
  /** Tries something that needs a token at a server; and once more, where the person allows plain HTTP for it. */
  readonly run: (
    server: Pick<ServerSummary, 'accountId' | 'id'>,
    attempt: () => Promise<Result<unknown>>,
  ) => Promise<void>;
  readonly isAsking: Accessor<boolean>;
  /** Why it failed; what the question is about is no error, and neither is a no. */
  readonly error: Accessor<AppError | null>;
  readonly clearError: () => void;
}

export const createPlainHttpQuestion = (
  tried: Pick<Action<'server.mint' | 'server.askSource'>, 'error' | 'clearError'>,
): PlainHttpQuestion => {
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
