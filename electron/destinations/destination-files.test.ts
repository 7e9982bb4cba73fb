import { execFileSync } from 'node:child_process';
import {
  chmod,
  chown,
  lstat,
  mkdir,
  mkdtemp,
  open,
  readFile,
  rename,
  rm,
  stat,
  symlink,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Destination } from '../../shared/model/destination.ts';
import type { DestinationTexts } from '../ports.ts';
import { ok } from '../../shared/result.ts';
import { createDestinationFiles } from './destination-files.ts';
import { testAsRoot, testWithMounts } from './testing/root-tests.ts';
import { replaceInPlace, resumeReplacing } from './replace-in-place.ts';

const oldToken = 'zzFAKEzzOLDzzTOKEN01';
const newToken = 'zzFAKEzzNEWzzTOKEN02';
const files = createDestinationFiles();
const nothing = () => Promise.resolve(ok(null));
let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'usher-destinations-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const env = (name = '.env'): Destination => ({
  ...{ format: 'env', path: join(folder, name), key: 'PLEX_TOKEN' },
});
const alone = (name: string): Destination => ({
  format: 'file',
  path: join(folder, name),
  key: null,
});

const write = async (destination: Destination, token = newToken) => {
  const look = await files.look(destination);
  if (!look.ok) return look;
  return files.write(destination, look.value, { token, url: null }, nothing);
};

describe('a file that is there', () => {
  const text = `A=1\nPLEX_TOKEN=${oldToken}\nB=2`;

  test('is written in place: the same file, owner and mode, and all else in it', async () => {
    await writeFile(env().path, text, { mode: 0o640 });
    await chmod(env().path, 0o640);
    const before = await stat(env().path);
    expect(await write(env())).toMatchObject({ ok: true, value: { value: newToken } });
    expect(await readFile(env().path, 'utf8')).toBe(text.replace(oldToken, newToken));
    const after = await stat(env().path);
    expect([after.ino, after.mode, after.uid]).toEqual([before.ino, before.mode, before.uid]);
  });

  test('is written with a token that is longer, or shorter', async () => {
    await writeFile(env().path, text);
    for (const token of ['short-token-of-16', `${newToken}${newToken}`]) {
      await write(env(), token);
      expect(await readFile(env().path, 'utf8')).toBe(text.replace(oldToken, token));
    }
  });

  test('is left alone when somebody wrote it since it was looked at', async () => {
    await writeFile(env().path, text);
    const look = await files.look(env());
    await writeFile(env().path, `PLEX_TOKEN=${oldToken}-of-another`);
    const values = { token: newToken, url: null };
    expect(look.ok && (await files.write(env(), look.value, values, nothing))).toMatchObject({
      error: { code: 'destination.changed' },
    });
    expect(await readFile(env().path, 'utf8')).toBe(`PLEX_TOKEN=${oldToken}-of-another`);
  });

  test('is known again by its mark, and told by it when it was written', async () => {
    await writeFile(env().path, text);
    const first = await files.stampOf(env());
    expect(await files.stampOf(env())).toEqual(first);
    await write(env());
    expect(await files.stampOf(env())).not.toEqual(first);
  });

  test('that others can read is told, and restricted to its owner', async () => {
    await writeFile(env().path, text);
    await chmod(env().path, 0o644);
    expect(await files.stampOf(env())).toMatchObject({ value: { isReadableByOthers: true } });
    expect(await files.restrict(env())).toEqual({ ok: true, value: null });
    expect((await stat(env().path)).mode & 0o777).toBe(0o600);
    expect(await files.stampOf(env())).toMatchObject({ value: { isReadableByOthers: false } });
  });

  test('gets the address of the server where it has a place for it', async () => {
    await writeFile(env().path, `PLEX_URL=old\nPLEX_TOKEN=\n`);
    const look = await files.look(env());
    if (!look.ok) throw new Error(look.error.code);
    expect(look.value.urlKey).toBe('PLEX_URL');
    const url = { key: 'PLEX_URL', value: 'http://192.0.2.5:32400' };
    await files.write(env(), look.value, { token: newToken, url }, nothing);
    expect(await readFile(env().path, 'utf8')).toBe(
      `PLEX_URL=http://192.0.2.5:32400\nPLEX_TOKEN=${newToken}\n`,
    );
  });

  test('loses the token alone when it is cleared', async () => {
    await writeFile(env().path, text);
    const look = await files.look(env());
    if (look.ok) await files.clear(env(), look.value, nothing);
    expect(await readFile(env().path, 'utf8')).toBe('A=1\nPLEX_TOKEN=\nB=2');
  });
});

describe('a file that is not there', () => {
  test.each([
    ['an env file', env, `PLEX_TOKEN=${newToken}\n`],
    ['a file of the token alone', () => alone('token'), newToken],
  ])('%s is made, for its owner alone', async (_what, make, text) => {
    const destination = make();
    expect(await files.look(destination)).toMatchObject({ value: { value: null } });
    await write(destination);
    expect(await readFile(destination.path, 'utf8')).toBe(text);
    expect((await stat(destination.path)).mode & 0o777).toBe(0o600);
  });

  test('is not made when somebody has made it meanwhile', async () => {
    const look = await files.look(env());
    await writeFile(env().path, 'A=1\n');
    const values = { token: newToken, url: null };
    expect(look.ok && (await files.write(env(), look.value, values, nothing))).toMatchObject({
      error: { code: 'destination.changed' },
    });
    expect(await readFile(env().path, 'utf8')).toBe('A=1\n');
  });

  test.each([
    ['of any other format', { format: 'yaml', path: 'config.yml', key: 'a' }, 'destination.noFile'],
    [
      'in a folder that is not there',
      { format: 'file', path: 'no/x', key: null },
      'destination.noFile',
    ],
  ] as const)('%s is refused', async (_what, { path, ...rest }, code) => {
    expect(await files.look({ ...rest, path: join(folder, path) })).toMatchObject({
      error: { code },
    });
  });
});

describe('what is no file to write', () => {
  test('a list of keys for ssh is refused, and stays', async () => {
    await mkdir(join(folder, '.ssh'));
    const text = 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIFAKE robin@desk\n';
    await writeFile(join(folder, '.ssh/authorized_keys'), text);
    expect(await write(alone('.ssh/authorized_keys'))).toMatchObject({
      error: { code: 'destination.notAlone' },
    });
    expect(await readFile(join(folder, '.ssh/authorized_keys'), 'utf8')).toBe(text);
  });

  test('a folder, and a pipe that nobody reads, are refused at once', async () => {
    await mkdir(join(folder, 'folder'));
    execFileSync('mkfifo', [join(folder, 'pipe')]);
    for (const name of ['folder', 'pipe']) {
      expect(await files.look(alone(name))).toMatchObject({
        error: { code: 'destination.notRegular' },
      });
    }
  });

  test('what is no UTF-8, and what is larger than 256 KB, is refused', async () => {
    await writeFile(env('latin').path, Buffer.from([0x50, 0xe9, 0x0a]));
    await writeFile(env('wide').path, Buffer.from('\ufeffPLEX_TOKEN=a\n', 'utf16le'));
    await writeFile(env('large').path, 'A'.repeat(256 * 1024 + 1));
    const codes = [];
    for (const name of ['latin', 'wide', 'large']) {
      const look = await files.look(env(name));
      codes.push(look.ok ? null : look.error.code);
    }
    expect(codes).toEqual(['destination.notText', 'destination.notText', 'destination.tooLarge']);
  });
});

test.each(['A\ncurl', 'alias x', 'A;B', '$(A)', ''])(
  'a variable that would be more than a name is not added: %j',
  async (key) => {
    const wanted = { ...env(), key };
    const refused = { error: { code: 'destination.malformed' } };
    expect(await files.look(wanted)).toMatchObject(refused);
    await writeFile(env().path, 'B=1\n');
    expect(await files.look(wanted)).toMatchObject(refused);
  },
);

describe('links', () => {
  test('a link is followed to a file of the same owner, and stays a link', async () => {
    await writeFile(env('real').path, `PLEX_TOKEN=${oldToken}\n`);
    await symlink(env('real').path, env().path);
    expect(await write(env())).toMatchObject({ ok: true });
    expect(await readFile(env('real').path, 'utf8')).toBe(`PLEX_TOKEN=${newToken}\n`);
    expect((await lstat(env().path)).isSymbolicLink()).toBe(true);
  });

  testAsRoot('a file of another user is not written, by itself or behind a link', async () => {
    const text = `PLEX_TOKEN=${oldToken}\n`;
    await writeFile(env('theirs').path, text);
    await chown(env('theirs').path, 12_345, 12_345);
    await symlink(env('theirs').path, env('link').path);
    for (const name of ['theirs', 'link']) {
      expect(await write(env(name))).toMatchObject({
        error: { code: 'destination.foreignOwner' },
      });
    }
    expect(await readFile(env('theirs').path, 'utf8')).toBe(text);
  });
});

testWithMounts('a file that is mounted elsewhere shows the new token there too', async () => {
  await writeFile(env().path, `PLEX_TOKEN=${oldToken}\n`);
  await writeFile(env('mounted').path, '');
  execFileSync('mount', ['--bind', env().path, env('mounted').path]);
  try {
    await write(env());
    expect(await readFile(env('mounted').path, 'utf8')).toBe(`PLEX_TOKEN=${newToken}\n`);
    await write(env('mounted'), oldToken);
    expect(await readFile(env().path, 'utf8')).toBe(`PLEX_TOKEN=${oldToken}\n`);
  } finally {
    execFileSync('umount', [env('mounted').path]);
  }
});

testWithMounts(
  'a file on a disk that can only be read is refused before anything is made',
  async () => {
    await mkdir(join(folder, 'disk'));
    execFileSync('mount', ['-t', 'tmpfs', 'tmpfs', join(folder, 'disk')]);
    try {
      await writeFile(env('disk/.env').path, `PLEX_TOKEN=${oldToken}\n`);
      execFileSync('mount', ['-o', 'remount,ro', join(folder, 'disk')]);
      expect(await files.look(env('disk/.env'))).toMatchObject({
        error: { code: 'destination.unwritable' },
      });
    } finally {
      execFileSync('umount', [join(folder, 'disk')]);
    }
  },
);

testWithMounts('a disk that is full keeps what was there', async () => {
  await mkdir(join(folder, 'disk'));
  execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=8k', 'tmpfs', join(folder, 'disk')]);
  try {
    const text = `PLEX_TOKEN=${oldToken}\n#${'x'.repeat(4_000)}\n`;
    await writeFile(env('disk/.env').path, text);
    await writeFile(join(folder, 'disk/rest'), 'x'.repeat(4_096)).catch(() => undefined);
    expect(await write(env('disk/.env'), newToken.repeat(200))).toMatchObject({
      error: { code: 'destination.full' },
    });
    expect(await readFile(env('disk/.env').path, 'utf8')).toBe(text);
  } finally {
    execFileSync('umount', [join(folder, 'disk')]);
  }
});

describe('a write that is cut short', () => {
  const before = `A=1\nPLEX_TOKEN=${oldToken}\nB=2\nC=3\n`;
  const changes: readonly (readonly [string, string])[] = [
    ['of the same length', newToken],
    ['shorter', 'zz'],
    ['longer', `${newToken}${newToken}`],
  ];

  test('is told of before the first byte, and not done when that can not be kept', async () => {
    await writeFile(env().path, before);
    const kept: DestinationTexts[] = [];
    const look = await files.look(env());
    if (!look.ok) throw new Error(look.error.code);
    const refused = await files.write(
      ...([env(), look.value, { token: newToken, url: null }] as const),
      (texts) => {
        kept.push(texts);
        return Promise.resolve({ ok: false, error: { code: 'vault.locked' } });
      },
    );
    expect(refused).toMatchObject({ error: { code: 'vault.locked' } });
    expect(kept).toEqual([{ before, after: before.replace(oldToken, newToken) }]);
    expect(await readFile(env().path, 'utf8')).toBe(before);
  });

  test.each(changes)(
    'a token that is %s is finished, wherever the end came',
    async (_what, token) => {
      const after = before.replace(oldToken, token);
      const texts = { before, after };
      for (let at = 0; at <= after.length; at += 1) {
        const torn = after.slice(0, at) + before.slice(at);
        await writeFile(env().path, torn);
        expect(await files.mend(env(), texts)).toEqual({ ok: true, value: null });
        const mended = await readFile(env().path, 'utf8');
        expect([before, after]).toContain(mended);
        if (torn !== before) expect(mended).toBe(after);
      }
    },
  );

  test.each([
    ['has written the file', (path: string) => writeFile(path, 'D=4\n')],
    [
      'has put another in its place',
      async (path: string) => {
        await rename(path, `${path}.old`);
        await writeFile(path, 'D=4\n');
      },
    ],
  ])('is not begun when somebody %s while the keychain waited', async (_what, act) => {
    await writeFile(env().path, before);
    const look = await files.look(env());
    if (!look.ok) throw new Error(look.error.code);
    const values = { token: newToken, url: null };
    const written = await files.write(env(), look.value, values, async () => {
      await act(env().path);
      return ok(null);
    });
    expect(written).toMatchObject({ error: { code: 'destination.changed' } });
    expect(await readFile(env().path, 'utf8')).toBe('D=4\n');
  });

  test('whose file can be neither written on nor put back is told as half written', async () => {
    await writeFile(env().path, before);
    const handle = await open(env().path, 'r+');
    const failing = Object.assign(Object.create(handle) as typeof handle, {
      truncate: () => Promise.reject(Object.assign(new Error('no'), { code: 'EROFS' })),
    });
    const after = before.replace(oldToken, 'zz');
    expect(await replaceInPlace(failing, before, after, nothing)).toMatchObject({
      error: { code: 'destination.notWritten' },
    });
    await handle.close();
  });

  test('what somebody else wrote since is let be', async () => {
    const after = before.replace(oldToken, newToken);
    await writeFile(env().path, 'D=4\n');
    expect(await files.mend(env(), { before, after })).toMatchObject({
      error: { code: 'destination.changed' },
    });
    expect(await readFile(env().path, 'utf8')).toBe('D=4\n');
  });

  test('a file that does not keep what is written gets back what was there', async () => {
    await writeFile(env().path, before);
    const handle = await open(env().path, 'r+');
    let isFirst = true;
    const truncate = (size: number): Promise<void> => {
      if (!isFirst) return handle.truncate(size);
      isFirst = false;
      return Promise.reject(Object.assign(new Error('a disk that fails'), { code: 'EIO' }));
    };
    const forgetful = Object.assign(Object.create(handle) as typeof handle, { truncate });
    const after = before.replace(oldToken, 'zz');
    expect(await replaceInPlace(forgetful, before, after, nothing)).toMatchObject({
      error: { code: 'destination.notWritten' },
    });
    expect(await readFile(env().path, 'utf8')).toBe(before);
    expect(await resumeReplacing(handle, { before, after })).toEqual({ ok: true, value: null });
    await handle.close();
  });
});
