import { err, type Result } from '../../shared/result.ts';

/** What is known without asking of one who has asked to be left alone, and still does. */
export const leftAlone: Result<never> = err({ code: 'plex.rateLimited', retryAfterSeconds: null });
