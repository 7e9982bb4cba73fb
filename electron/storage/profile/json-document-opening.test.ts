import { describe, expect, test } from 'vitest';
import { err, ok } from '../../../shared/result.ts';
import { createMemoryProfileFiles } from './memory-profile-files.ts';
import { adding, namesText, openNames } from './testing/test-documents.ts';

const bad = [
  ['empty', ''],
  ['white space', ' \n'],
  ['cut short', namesText(['a']).slice(0, -6)],
  ['not JSON', 'names: [a]'],
  ['nul bytes, as after a power cut', '\0'.repeat(100)],
  ['null', 'null'],
  ['without a version', '{"names":["a"]}'],
  ['of another shape', '{"version":2,"data":{"names":"a"}}'],
  ['of no version there ever was', '{"version":0,"data":{"names":["a"]}}'],
] as const;

describe('opening a document', () => {
  test('that is not there yet starts fresh, and writes nothing', async () => {
    const files = createMemoryProfileFiles();
    const document = await openNames(files);
    expect(document.opening).toEqual({ how: 'fresh' });
    expect(document.value()).toEqual({ names: [] });
    expect(await files.read('a.json')).toEqual(ok(null));
  });

  test.each([2, 1])('reads version %i', async (version) => {
    const document = await openNames(
      createMemoryProfileFiles({ 'a.json': namesText(['a'], version) }),
    );
    expect(document.opening).toEqual({ how: 'read' });
    expect(document.value()).toEqual({ names: ['a'] });
  });

  test.each(bad)(
    'that is %s goes back to the backup, and keeps the odd file',
    async (_what, text) => {
      const files = createMemoryProfileFiles({ 'a.json': text, 'a.json.backup': namesText(['a']) });
      const document = await openNames(files);
      expect(document.opening).toEqual({ how: 'backup', keptAs: 'a.json.corrupt-1000' });
      expect(document.value()).toEqual({ names: ['a'] });
      expect(await files.read('a.json.corrupt-1000')).toEqual(ok(text));
      expect((await openNames(files)).opening).toEqual({ how: 'read' });
    },
  );

  test.each(bad)(
    'that is %s without a backup starts empty, and keeps the odd file',
    async (_what, text) => {
      const files = createMemoryProfileFiles({ 'a.json': text });
      const document = await openNames(files);
      expect(document.opening).toEqual({ how: 'rebuilt', keptAs: 'a.json.corrupt-1000' });
      expect(document.value()).toEqual({ names: [] });
      expect(await files.read('a.json.corrupt-1000')).toEqual(ok(text));
    },
  );

  test('keeps an odd backup too', async () => {
    const files = createMemoryProfileFiles({ 'a.json': '', 'a.json.backup': 'odd' });
    expect((await openNames(files)).opening).toEqual({
      how: 'rebuilt',
      keptAs: 'a.json.corrupt-1000',
    });
    expect(await files.read('a.json.backup.corrupt-1000')).toEqual(ok('odd'));
  });

  test('that another program removed goes back to the backup', async () => {
    const files = createMemoryProfileFiles({ 'a.json.backup': namesText(['a']) });
    const document = await openNames(files);
    expect(document.opening).toEqual({ how: 'backup', keptAs: null });
    expect(document.value()).toEqual({ names: ['a'] });
  });

  test('goes on with the backup where nothing can be written', async () => {
    const files = createMemoryProfileFiles({ 'a.json.backup': namesText(['a']) });
    const readOnly = err({ code: 'profile.readOnly' } as const);
    const document = await openNames({ ...files, write: () => Promise.resolve(readOnly) });
    expect(document.value()).toEqual({ names: ['a'] });
    expect(await document.update(adding('b'))).toEqual(readOnly);
  });

  test('fails when the folder does', async () => {
    const failed = err({ code: 'profile.failed' } as const);
    const files = { ...createMemoryProfileFiles(), read: () => Promise.resolve(failed) };
    await expect(openNames(files)).rejects.toThrow('profile.failed');
  });

  test('reads 100,000 entries', async () => {
    const names = Array.from({ length: 100_000 }, (_none, at) => `name ${at}`);
    const document = await openNames(createMemoryProfileFiles({ 'a.json': namesText(names) }));
    expect(document.value().names).toHaveLength(100_000);
    expect(await document.update(adding('one more'))).toEqual(ok(null));
  });
});

describe('a document of a newer version', () => {
  const newer = '{"version":3,"data":{"names":["a"],"more":true}}';

  test('is read as far as it is understood, and never written', async () => {
    const files = createMemoryProfileFiles({ 'a.json': newer });
    const document = await openNames(files);
    expect(document.opening).toEqual({ how: 'tooNew', version: 3 });
    expect(document.isTooNew()).toBe(true);
    expect(document.value()).toEqual({ names: ['a'] });
    expect(await document.update(adding('b'))).toEqual(err({ code: 'profile.readOnly' }));
    expect(document.value()).toEqual({ names: ['a'] });
    expect(await files.read('a.json')).toEqual(ok(newer));
  });

  test('is empty when it is not understood, and kept', async () => {
    const text = '{"version":3,"data":["a"]}';
    const files = createMemoryProfileFiles({ 'a.json': text, 'a.json.backup': namesText(['old']) });
    const document = await openNames(files);
    expect(document.value()).toEqual({ names: [] });
    expect(await files.read('a.json')).toEqual(ok(text));
  });

  test('that is only the backup is not written either', async () => {
    const files = createMemoryProfileFiles({ 'a.json': 'odd', 'a.json.backup': newer });
    const document = await openNames(files);
    expect(document.opening).toEqual({ how: 'tooNew', version: 3 });
    expect(await document.update(adding('b'))).toEqual(err({ code: 'profile.readOnly' }));
    expect(await files.read('a.json.backup')).toEqual(ok(newer));
  });

  test('that appears while this one is open is not overwritten', async () => {
    const files = createMemoryProfileFiles({ 'a.json': namesText(['a']) });
    const document = await openNames(files);
    await files.write('a.json', newer);
    expect(await document.update(adding('b'))).toEqual(err({ code: 'profile.readOnly' }));
    expect(document.isTooNew()).toBe(true);
    expect(await files.read('a.json')).toEqual(ok(newer));
  });
});
