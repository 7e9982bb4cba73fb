import * as v from 'valibot';
import type { RequestName, RequestOutput } from '../../shared/contract.ts';
import { err, type Result } from '../../shared/result.ts';
import { noteBug } from '../core/note-bug.ts';
import type { Log } from '../ports.ts';
import type { RequestHandlers } from './request-handlers.ts';
import { requestSchemas } from './request-schemas.ts';

/**
 * The one way from a payload to an answer: parsed, run, answered. A handler that throws is a bug: it is logged under
 * a reference, and only the reference crosses to the page.
 */
export async function answerRequest<Name extends RequestName>(
  deps: { readonly handlers: RequestHandlers; readonly log: Log },
  name: Name,
  payload: unknown,
): Promise<Result<RequestOutput<Name>>> {
  // SECURITY: the validator takes a list, a map or a date without entries of its own for an empty object.
  if (!isPlainObject(payload)) return err({ code: 'request.invalid' });
  const input = v.safeParse(requestSchemas[name], payload, { abortEarly: true });
  // SECURITY: the validator's text describes the schema, so none of it crosses.
  if (!input.success) return err({ code: 'request.invalid' });
  try {
    return await deps.handlers[name](input.output);
  } catch (thrown) {
    return err(noteBug(deps.log, 'request.bug', { name, thrown }));
  }
}

const isPlainObject = (payload: unknown): boolean =>
  typeof payload === 'object' &&
  payload !== null &&
  Object.getPrototypeOf(payload) === Object.prototype;
