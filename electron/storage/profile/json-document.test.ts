import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { err, ok } from '../../../shared/result.ts';
import type { ProfileFiles } from '../../ports.ts';
import { openJsonDocument } from './json-document.ts';
import { createMemoryProfileFiles } from './memory-profile-files.ts';
import { adding, namesText, openNames, removing } from './testing/test-documents.ts';

describe('updating a document', () => {
  test('writes the new text, and the last one as the backup', async () => {
    const files = createMemoryProfileFiles();
    const document = await openNames(files);
    await document.update(adding('a'));
    expect(await files.read('a.json.backup')).toEqual(ok(null));
    await document.update(adding('b'));
    expect(document.value()).toEqual({ names: ['a', 'b'] });
    expect(await files.read('a.json')).toEqual(ok(namesText(['a', 'b'])));
    expect(await files.read('a.json.backup')).toEqual(ok(namesText(['a'])));
  });

  test('leaves no trace in the backup of what was removed', async () => {
    const files = createMemoryProfileFiles();
    const document = await openNames(files);
    for (const name of ['a', 'b', 'c']) await document.update(adding(name));
    await document.update(removing('b'));
    expect(await files.read('a.json')).toEqual(ok(namesText(['a', 'c'])));
    expect(await files.read('a.json.backup')).toEqual(ok(namesText(['a', 'c'])));
  });

  test('leaves none there either where the file itself went or was spoilt meanwhile', async () => {
    for (const change of [
      (files: ProfileFiles) => files.write('a.json', 'spoilt'),
      (files: ProfileFiles) => files.setAside('a.json', 'elsewhere'),
    ]) {
      const files = createMemoryProfileFiles();
      const document = await openNames(files);
      for (const name of ['a', 'b', 'c']) await document.update(adding(name));
      await change(files);
      await document.update(removing('b'));
      expect(await files.read('a.json')).toEqual(ok(namesText(['a', 'c'])));
      expect(await files.read('a.json.backup')).toEqual(ok(namesText(['a', 'c'])));
    }
  });

  test('loses none of many at once', async () => {
    const files = createMemoryProfileFiles();
    const document = await openNames(files);
    const names = Array.from({ length: 100 }, (_none, at) => `${at}`);
    await Promise.all(names.map((name) => document.update(adding(name))));
    expect(document.value()).toEqual({ names });
    expect((await openNames(files)).value()).toEqual({ names });
  });

  test('does not write when nothing changes', async () => {
    const files = createMemoryProfileFiles({ 'a.json': namesText(['a']) });
    const document = await openNames(files);
    expect(await document.update((old) => old)).toEqual(ok(null));
    expect(await files.read('a.json.backup')).toEqual(ok(null));
  });

  test.each(['a.json', 'a.json.backup'])(
    'keeps the value when %s can not be written',
    async (name) => {
      const files = createMemoryProfileFiles({ 'a.json': namesText(['a']) });
      const full = err({ code: 'profile.full' } as const);
      const document = await openNames({
        ...files,
        write: (written, text) =>
          written === name ? Promise.resolve(full) : files.write(written, text),
      });
      expect(await document.update(adding('b'))).toEqual(full);
      expect(document.value()).toEqual({ names: ['a'] });
      expect(await files.read('a.json')).toEqual(ok(namesText(['a'])));
    },
  );

  test('builds on what another process wrote since', async () => {
    const files = createMemoryProfileFiles({ 'a.json': namesText(['a']) });
    const [one, other] = [await openNames(files), await openNames(files)];
    await other.update(adding('b'));
    await one.update(adding('c'));
    await other.update(adding('d'));
    expect((await openNames(files)).value()).toEqual({ names: ['a', 'b', 'c', 'd'] });
  });

  test('sets aside what another process spoilt since, and writes what it knows', async () => {
    const files = createMemoryProfileFiles({ 'a.json': namesText(['a']) });
    const document = await openNames(files);
    await files.write('a.json', 'spoilt');
    expect(await document.update(adding('b'))).toEqual(ok(null));
    expect(await files.read('a.json.corrupt-1000')).toEqual(ok('spoilt'));
    expect((await openNames(files)).value()).toEqual({ names: ['a', 'b'] });
  });

  test('writes the file anew when another process removed it since', async () => {
    const files = createMemoryProfileFiles({ 'a.json': namesText(['a']) });
    const document = await openNames(files);
    await files.setAside('a.json', 'elsewhere');
    expect(await document.update(adding('b'))).toEqual(ok(null));
    expect((await openNames(files)).value()).toEqual({ names: ['a', 'b'] });
  });

  test('that would not be read back is a bug, and writes nothing', async () => {
    const files = createMemoryProfileFiles({ 'a.json': namesText(['a']) });
    const opened = await openJsonDocument({
      files,
      name: 'b.json',
      schema: v.object({ count: v.number() }),
      empty: { count: 0 },
      version: 1,
      now: () => 0,
    });
    if (!opened.ok) throw new Error(opened.error.code);
    const document = opened.value;
    await expect(document.update(() => ({ count: NaN }))).rejects.toThrow('not be read back');
    expect(await files.read('b.json')).toEqual(ok(null));
    expect(await document.update(() => ({ count: 1 }))).toEqual(ok(null));
  });
});
