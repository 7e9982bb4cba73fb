import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { windowDoor, type Requests } from '../../shared/contract.ts';
import { quickDoor, type QuickRequests } from '../../shared/quick-access.ts';
import { ok } from '../../shared/result.ts';
import { createTestLog } from '../testing.ts';
import { answerRequest, quickRequestSchemas, requestSchemas as schemas } from './answer-request.ts';
import type { Handlers } from './request-handlers.ts';

const refusingHandlers = (): Handlers<Requests> =>
  new Proxy({} as Handlers<Requests>, {
    get: () => () => {
      throw new Error('secret-detail /home/pat/file.ts');
    },
  });

describe('a request from the page', () => {
  test('with a payload of the wrong shape is refused, and nothing of the validator crosses', async () => {
    const log = createTestLog();
    const answer = await answerRequest(
      { handlers: refusingHandlers(), schemas, log },
      'account.load',
      {
        accountId: 7,
      },
    );
    expect(answer).toEqual({ ok: false, error: { code: 'request.invalid' } });
  });

  test('with one key too many is refused', async () => {
    const answer = await answerRequest(
      { handlers: refusingHandlers(), schemas, log: createTestLog() },
      'signIn.cancel',
      { extra: true },
    );
    expect(answer).toEqual({ ok: false, error: { code: 'request.invalid' } });
  });

  test.each(['Control+C', 'Shift+F1', 'Control+Control+Space', 'Control+Alt+Shift', 'Space'])(
    'for %s as a shortcut of the whole system is refused',
    async (quickShortcut) => {
      const deps = { handlers: refusingHandlers(), schemas, log: createTestLog() };
      const answer = await answerRequest(deps, 'settings.update', { quickShortcut });
      expect(answer).toEqual({ ok: false, error: { code: 'request.invalid' } });
    },
  );

  test.each([
    ['a list', []],
    ['a date', new Date(0)],
    ['a map', new Map([['extra', 1]])],
    ['bytes', new Uint8Array(0)],
    ['an error', new Error('x')],
    ['an object of another kind', Object.create({ inherited: true })],
  ])('with %s where an empty object is due is refused', async (_kind, payload) => {
    const deps = { handlers: refusingHandlers(), schemas, log: createTestLog() };
    const answer = await answerRequest(deps, 'signIn.cancel', payload);
    expect(answer).toEqual({ ok: false, error: { code: 'request.invalid' } });
  });

  test('that meets a bug answers a reference which the log knows, and no message', async () => {
    const log = createTestLog();
    const answer = await answerRequest(
      { handlers: refusingHandlers(), schemas, log },
      'app.snapshot',
      {},
    );
    expect(JSON.stringify(answer)).not.toContain('secret-detail');
    expect(answer).toMatchObject({ ok: false, error: { code: 'internal' } });
    if (answer.ok || answer.error.code !== 'internal') throw new Error('unreachable');
    expect(log.text()).toContain(answer.error.reference);
  });

  test('reaches its handler with the parsed payload', async () => {
    const handlers = {
      ...refusingHandlers(),
      'notice.dismiss': (input: unknown) => Promise.resolve(ok(input)),
    } as unknown as Handlers<Requests>;
    const answer = await answerRequest(
      { handlers, schemas, log: createTestLog() },
      'notice.dismiss',
      {
        noticeId: 'n1',
      },
    );
    expect(answer).toEqual({ ok: true, value: { noticeId: 'n1' } });
  });

  test('is answered with the names of others, in which signs that turn letters around are marked', async () => {
    const handlers = {
      ...refusingHandlers(),
      'home.load': () => Promise.resolve(ok({ name: '\u202eemoH', members: [] })),
    } as unknown as Handlers<Requests>;
    const deps = { handlers, schemas, log: createTestLog() };
    expect(await answerRequest(deps, 'home.load', { accountId: 'a1' })).toMatchObject({
      value: { name: '‹RLO›emoH' },
    });
  });

  test('of garbage on any channel is answered, never thrown', async () => {
    const log = createTestLog();
    const done = { get: () => () => Promise.resolve(ok(null)) };
    const ofWindow = { handlers: new Proxy({} as Handlers<Requests>, done), schemas, log };
    const quickHandlers = new Proxy({} as Handlers<QuickRequests>, done);
    const ofQuickAccess = { handlers: quickHandlers, schemas: quickRequestSchemas, log };
    const asks = [
      ...windowDoor.names.map(
        (name) => (payload: unknown) => answerRequest(ofWindow, name, payload),
      ),
      ...quickDoor.names.map(
        (name) => (payload: unknown) => answerRequest(ofQuickAccess, name, payload),
      ),
    ];
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...asks), fc.anything(), async (ask, payload) => {
        const answer = await ask(payload);
        if (!answer.ok) expect(answer.error).toEqual({ code: 'request.invalid' });
      }),
      { numRuns: 2000 },
    );
  });
});
