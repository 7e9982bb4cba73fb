import { readField } from '../wire/loose.ts';

/** One error of an answer, whichever form it came in. */
export interface WireError {
  readonly code: number | null;
  readonly message: string;
  readonly status: number | null;
}

/**
 * The errors in a decoded body, in every form plex.tv has been seen to use (https://plex.tv/api/v2 and v1):
 * `{"errors":[{"code","message","status"}]}`, the same as XML, `<errors><error>text</error></errors>`,
 * `{"error":"text"}`. None for anything else.
 */
export const readErrors = (body: unknown): readonly WireError[] => errorsIn(body, 0);

// SECURITY: no form has more than a list and what it wraps, and a body of errors within errors would fill the stack.
const deepest = 2;

const errorsIn = (body: unknown, depth: number): readonly WireError[] => {
  if (depth > deepest) return [];
  const errors = [readField(body, 'errors'), readField(body, 'error')].flat();
  return errors.flatMap((error: unknown) => {
    if (typeof error === 'string') return [{ code: null, message: error, status: null }];
    const inner = readField(error, 'error');
    if (inner !== undefined) return errorsIn(error, depth + 1);
    const code = Number(readField(error, 'code') ?? NaN);
    const status = Number(readField(error, 'status') ?? NaN);
    const message = readField(error, 'message') ?? readField(error, 'text');
    if (Number.isNaN(code) && typeof message !== 'string') return [];
    return [
      {
        code: Number.isInteger(code) ? code : null,
        message: typeof message === 'string' ? message : '',
        status: Number.isInteger(status) ? status : null,
      },
    ];
  });
};
