import type { WireAnswer } from '../http/wire-answer.ts';

/**
 * A refusal in the XML form from before v2. Plex.tv has been seen to answer `422` with "Invalid token" in this form,
 * where 401 was due (https://github.com/pushingkarmaorg/python-plexapi/pull/1138).
 */
export function oldErrorAnswer(status: number, message: string): WireAnswer {
  return {
    status,
    headers: { 'Content-Type': 'application/xml; charset=utf-8' },
    body: `<?xml version="1.0" encoding="UTF-8"?>\n<errors>\n  <error>${message}</error>\n</errors>\n`,
  };
}
