import { expect, test } from 'vitest';
import { createHostGate } from './host-gate.ts';

const plex = 'https://plex.tv/api/v2/user';
const clients = 'https://clients.plex.tv/api/v2/resources';
const attic = 'https://attic.example.invalid:32400/';

const make = () => {
  let nowMs = 1_000;
  const gate = createHostGate({
    endpoints: { plexTv: 'https://plex.tv', clients: 'https://clients.plex.tv' },
    elapsedMs: () => nowMs,
  });
  return { gate, pass: (seconds: number) => void (nowMs += seconds * 1000) };
};

test('who answers 429 is left alone for 30 seconds at least, and nobody else is', () => {
  const { gate, pass } = make();
  expect(gate.waitSeconds(plex)).toBeNull();
  expect(gate.note(plex, 429, null)).toBe(30);
  expect([gate.waitSeconds(plex), gate.waitSeconds(clients)]).toEqual([30, 30]);
  expect(gate.waitSeconds(attic)).toBeNull();
  pass(29.5);
  expect(gate.waitSeconds(plex)).toBe(1);
  pass(0.5);
  expect(gate.waitSeconds(plex)).toBeNull();
});

test('for as long as it says, of a media server too; longer when that was not enough', () => {
  const { gate, pass } = make();
  expect(gate.note(attic, 429, 77)).toBe(77);
  expect(gate.note(attic, 429, 5)).toBe(77);
  pass(77);
  expect(gate.note(attic, 429, 5)).toBe(60);
});

test('twice as long each time it says so again after the wait, up to an hour, until it answers', () => {
  const { gate, pass } = make();
  const waits: (number | null)[] = [];
  for (let count = 0; count < 9; count += 1) {
    waits.push(gate.note(plex, 429, null));
    pass(3600);
  }
  expect(waits).toEqual([30, 60, 120, 240, 480, 960, 1920, 3600, 3600]);
  gate.note(plex, 200, null);
  expect(gate.note(plex, 429, null)).toBe(30);
});

test('questions that were on their way together neither lengthen the wait nor end it', () => {
  const { gate } = make();
  gate.note(plex, 429, null);
  expect(gate.note(plex, 429, null)).toBe(30);
  gate.note(plex, 200, null);
  expect(gate.waitSeconds(plex)).toBe(30);
});
