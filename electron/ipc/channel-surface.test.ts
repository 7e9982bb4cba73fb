import { expect, test } from 'vitest';
import { eventChannel, requestChannel } from '../../shared/ipc/channels.ts';
import { eventNames } from '../../shared/ipc/event-names.ts';
import { requestNames } from '../../shared/ipc/request-names.ts';
import { requestSchemas } from './request-schemas.ts';

test('every door between page and main is listed here, so that a new one shows in a diff', () => {
  expect([
    ...requestNames.map(requestChannel),
    ...eventNames.map(eventChannel),
  ]).toMatchInlineSnapshot();
});

test('every request has a schema for its payload', () => {
  expect(Object.keys(requestSchemas).sort()).toEqual([...requestNames].sort());
});
