import { createMemo, type Accessor } from 'solid-js';
import type { AppError } from '../../../shared/errors.ts';
import type { ServerSummary } from '../../../shared/model/server.ts';
import { createAction } from '../../state/create-action.ts';

/** Whether a token may go unencrypted, asked when that stood in the way of something. */
export interface PlainHttpQuestion {
  /** The address the token would go to; null while nothing is asked. */
  readonly uri: Accessor<string | null>;
  /** What went wrong otherwise: what the question is about is no error. */
  readonly otherError: Accessor<AppError | null>;
  readonly isBusy: Accessor<boolean>;
  /** Why the answer could not be kept. */
  readonly error: Accessor<AppError | null>;
  readonly allow: () => void;
  readonly decline: () => void;
}

export const createPlainHttpQuestion = (asked: {
  readonly server: Accessor<Pick<ServerSummary, 'accountId' | 'id'>>;
  /** What was tried, why it failed, and how to try it again. */
  readonly error: Accessor<AppError | null>;
  readonly clearError: () => void;
  readonly retry: () => void;
}): PlainHttpQuestion => {
  const action = createAction('server.allowPlainHttp');
  const uri = createMemo(() => {
    const error = asked.error();
    return error?.code === 'server.insecure' ? error.uri : null;
  });
  const allow = async (): Promise<void> => {
    const { accountId, id } = asked.server();
    const allowed = await action.run({ accountId, serverId: id, isAllowed: true });
    // A question put away meanwhile was answered with no.
    if (allowed.ok && uri() !== null) asked.retry();
  };
  return {
    uri,
    otherError: () => (uri() === null ? asked.error() : null),
    isBusy: action.isBusy,
    error: action.error,
    allow: () => void allow(),
    decline: () => {
      action.clearError();
      asked.clearError();
    },
  };
};
