/**
 * The refusals plex.tv gives, by code. Statuses are those seen in public error lists and issue threads
 * (1000, 1001: LukeHagar/plex-api-spec; 1028, 1029, 1031: https://github.com/Taxel/PlexTraktSync/issues/2218 and
 * https://github.com/jaylex32/Syncra/issues/29; 1041: https://github.com/arabcoders/watchstate/issues/542).
 * Codes whose captured bodies lack `status` are marked.
 */
export const PLEX_ERRORS = {
  1000: { status: 400, message: 'X-Plex-Client-Identifier is missing', statusInBody: true },
  1001: { status: 401, message: 'User could not be authenticated', statusInBody: true },
  1002: { status: 404, message: 'Resource not found', statusInBody: true },
  1003: { status: 429, message: 'Rate limit exceeded', statusInBody: true },
  1004: { status: 400, message: 'Malformed request', statusInBody: true },
  1005: { status: 405, message: 'Method not allowed', statusInBody: true },
  1009: { status: 403, message: 'Not available to managed users', statusInBody: true },
  1020: { status: 404, message: 'Code not found or expired', statusInBody: false },
  1028: { status: 401, message: 'Invalid verification code', statusInBody: true },
  1029: { status: 401, message: 'Please enter the verification code', statusInBody: true },
  1030: { status: 401, message: 'Sign in with your e-mail address', statusInBody: true },
  1031: {
    status: 401,
    message:
      'This IP appears to be having trouble signing in to an account (detected repeated failures)',
    statusInBody: true,
  },
  1041: { status: 403, message: 'Valid Home PIN required', statusInBody: false },
} as const;
