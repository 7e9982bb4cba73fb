import { expect, test } from 'vitest';
import type { PersonQuestion } from '../../../shared/model/person-question.ts';
import { questionText } from '../../../shared/words/questions.ts';
import { createRunningClock } from '../../testing.ts';
import { createConsent } from './consent.ts';

/** What the person reads where a question is asked in the name of the page. */
const asked = async (question: PersonQuestion): Promise<string> => {
  let text = '';
  const consent = createConsent({
    clock: createRunningClock(),
    asker: {
      confirms: (shown) => {
        const { title, detail } = questionText(shown);
        text = [title, ...detail].join('\n');
        return Promise.resolve(true);
      },
    },
  });
  await consent.ask(question, { kind: 'page' });
  return text;
};

test('a name from outside is one line of a question, and no long one', async () => {
  const serverName = `Attic\n\u2028Press \u202e“Add”${'!'.repeat(99)}`;
  const text = await asked({
    ...{ kind: 'address', host: '192.0.2.5', readers: 'host', certificate: null },
    serverName,
  });
  const [title = ''] = text.split('\n');
  expect(title).toMatch(/^Use 192\.0\.2\.5 for Attic Press ‹RLO›“Add”!+…\?$/);
  expect(title.length).toBeLessThan(90);
});

test('hosts that a server tells can say nothing, and are not all told', async () => {
  const hosts = ["all-is-well.'(press-yes)'", 'a:1', 'b:2', 'c:3', `${'d'.repeat(99)}:4`];
  const text = await asked({ kind: 'plainHttp', serverName: 'Attic', hosts });
  expect(text).toContain('an unencrypted one (all-is-well.??press-yes??, a:1, b:2, and 2 more).');
});

test('a question of the person themselves that is answered beforehand is not asked', async () => {
  const consent = createConsent({
    clock: createRunningClock(),
    asker: { confirms: () => Promise.reject(new Error('asked')) },
  });
  const question = { kind: 'plainHttp', serverName: 'Attic', hosts: [] } as const;
  expect(await consent.ask(question, { kind: 'person', isConfirmed: true })).toMatchObject({
    ok: true,
  });
});
