import { expect, test } from 'vitest';
import { withMarkedDirections } from './shown-text.ts';

test('names are marked wherever they stand, and what has no such sign is not copied', () => {
  const plain = { id: 's2', name: 'Cabin', seenAt: 1, owner: null };
  const servers = [{ id: 's1', name: 'Att\u202ecci' }, plain];
  const shown = withMarkedDirections({ servers, count: 2 });
  expect(shown).toEqual({ servers: [{ id: 's1', name: 'Att‹RLO›cci' }, plain], count: 2 });
  expect(shown.servers[1]).toBe(plain);
  // The state itself keeps the name.
  expect(servers[0]?.name).toBe('Att\u202ecci');
  const state = { servers: [plain], tokens: [] };
  expect(withMarkedDirections(state)).toBe(state);
});

test('a person’s own note stays as they wrote it', () => {
  const account = { title: '\u200fרובין', note: '\u200fשלי' };
  expect(withMarkedDirections(account)).toEqual({ title: '‹RLM›רובין', note: '\u200fשלי' });
});
