import type { PersonQuestion } from '../../../shared/model/person-question.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import { markDirections } from '../../../shared/words/formats.ts';
import type { Clock, PersonAsker } from '../../ports.ts';
import { MINUTE_MS } from '../../timing.ts';

/**
 * Who wants what only the person can allow.
 *
 * SECURITY: what a page says was typed or clicked may be of its own making, so its word is none. And since a name or a far
 * address could carry away what the page has seen, not even the `/identity` of one that it names is asked unasked.
 */
export type Wisher =
  | { readonly kind: 'page' }
  /** They have answered the question beforehand: `isConfirmed`, and where it is about a certificate, for this one alone. */
  | {
      readonly kind: 'person';
      readonly isConfirmed: boolean;
      readonly certificate?: string | null;
    };

/** What only the person can allow: asked out of the page's reach, one question at a time. */
export interface Consent {
  /** Errors: `question.declined`, `question.paused`, `question.busy`. */
  ask(question: PersonQuestion, wisher: Wisher): Promise<Result<null>>;
}

export function createConsent(deps: {
  readonly asker: PersonAsker;
  readonly clock: Clock;
}): Consent {
  const { asker, clock } = deps;
  // SECURITY: a page can neither cover the screen with questions nor wear the person out with them.
  const noesToPage = createQuota(clock, 3);
  let isAsking = false;

  return {
    ask: async (question, wisher) => {
      if (isAnswered(question, wisher)) return ok(null);
      const isByPage = wisher.kind === 'page';
      const waitMs = isByPage ? noesToPage.waitMs() : 0;
      if (waitMs > 0) {
        return err({ code: 'question.paused', minutesLeft: Math.ceil(waitMs / MINUTE_MS) });
      }
      if (isAsking) return err({ code: 'question.busy' });
      isAsking = true;
      try {
        if (await asker.confirms(cleaned(question))) {
          return ok(null);
        }
      } finally {
        isAsking = false;
      }
      if (isByPage) noesToPage.use();
      return err({ code: 'question.declined' });
    },
  };
}

/** SECURITY: who named a certificate beforehand has said no to every other that somebody in between may show. */
const isAnswered = (question: PersonQuestion, wisher: Wisher): boolean => {
  if (wisher.kind === 'page') return false;
  const shown = question.kind === 'address' ? question.certificate : null;
  const { certificate = null, isConfirmed } = wisher;
  return shown === null || certificate === null ? isConfirmed : shown === certificate;
};

const quotaPeriodMs = 10 * MINUTE_MS;

/** So many uses in ten minutes. */
export const createQuota = (clock: Clock, most: number) => {
  let usedAtMs: readonly number[] = [];
  return {
    use: (): void => {
      usedAtMs = [...usedAtMs, clock.monotonicMs()].slice(-most);
    },
    /** 0 while there are uses left. */
    waitMs: (): number => {
      const first = usedAtMs.length < most ? undefined : usedAtMs[0];
      return first === undefined ? 0 : Math.max(0, first + quotaPeriodMs - clock.monotonicMs());
    },
  };
};

const maxNameLength = 60;

const cut = (text: string): string =>
  text.length > maxNameLength ? `${text.slice(0, maxNameLength - 1)}…` : text;

/** SECURITY: what comes from outside must not look like a part of the question it stands in. */
const cleaned = (question: PersonQuestion): PersonQuestion => {
  if (question.kind === 'destination') {
    const { appName, path, key, url } = question;
    return {
      ...question,
      appName: plainName(appName),
      path: plainPath(path),
      key: key === null ? null : plainPath(key),
      url: url === null ? null : { key: plainPath(url.key), next: plainPath(url.next) },
    };
  }
  const { serverName } = question;
  const named = serverName === null ? question : { ...question, serverName: plainName(serverName) };
  return named.kind === 'address' ? named : { ...named, hosts: named.hosts.map(plainHost) };
};

const plainName = (name: string): string =>
  cut(
    markDirections(name)
      .replaceAll(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\s]+/gu, ' ')
      .trim(),
  );

/** Whole, since the end of it is what tells two apart. */
const plainPath = (path: string): string =>
  markDirections(path).replaceAll(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]+/gu, '?');

/** A URL lets a name have punctuation in it, which could look like words. */
const plainHost = (host: string): string => cut(host.replaceAll(/[^\w.:[\]-]/g, '?'));
