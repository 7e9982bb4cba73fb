import { constants, type BigIntStats } from 'node:fs';
import { access, lstat, open, realpath, stat, type FileHandle } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Destination } from '../../shared/model/destination.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import type { DestinationFiles, DestinationLook, DestinationStamp, KeepSafe } from '../ports.ts';
import { errorOf } from './error-of.ts';
import { replaceInPlace, resumeReplacing } from './replace-in-place.ts';

// The parsers are as large as much of the rest, and no start needs them.
const loadFormats = () => import('./text-format.ts');

/** Longer than any program's settings, and short enough to be parsed without a wait. */
const limitBytes = 256 * 1024;

/**
 * The files that programs read their tokens from.
 *
 * SECURITY: what is checked, read and written is one open file, so that nothing put in its place meanwhile counts. It is a
 * regular file of the person who runs Usher, and so is every link that leads to it: what belongs to somebody else could
 * be theirs to read.
 */
export function createDestinationFiles(): DestinationFiles {
  const look = async (destination: Destination): Promise<Result<DestinationLook>> => {
    const opened = await openFile(destination, constants.O_RDONLY);
    if (!opened.ok) return opened;
    if (opened.value === null) {
      if (destination.format === 'env' && !isVariableName(destination.key)) {
        return err({ code: 'destination.malformed', trouble: 'key' });
      }
      const isPossible = await canCreate(destination);
      return isPossible.ok ? ok({ value: null, urlKey: null, stamp: noFile }) : isPossible;
    }
    const { handle, stats, path } = opened.value;
    try {
      const text = await readText(handle);
      if (!text.ok) return text;
      const writable = await access(path, constants.W_OK).then(
        () => true,
        () => false,
      );
      if (!writable) return err({ code: 'destination.unwritable' });
      return await lookIn(destination, text.value, stampOf(stats));
    } finally {
      await handle.close();
    }
  };

  return {
    look,
    list: async (paths) => (await import('./list-config-files.ts')).listConfigFiles(paths),
    read: async (path) => {
      const opened = await openFile({ path }, constants.O_RDONLY);
      if (!opened.ok) return opened;
      if (opened.value === null) return err({ code: 'destination.noFile' });
      const { handle } = opened.value;
      try {
        return await readText(handle);
      } finally {
        await handle.close();
      }
    },
    stampOf: async (destination) => {
      const opened = await openFile(destination, constants.O_RDONLY);
      if (!opened.ok) return opened;
      if (opened.value === null) return ok(noFile);
      await opened.value.handle.close();
      return ok(stampOf(opened.value.stats));
    },
    write: async (destination, seen, values, keepSafe) => {
      const { withNewKey, withValues } = await loadFormats();
      const { token, url } = values;
      const all = [
        { key: destination.key, value: token },
        ...(url === null ? [] : [{ key: url.key, value: url.value }]),
      ];
      return change(destination, seen, keepSafe, (text) => {
        const written = withValues(destination.format, text, all);
        const isNew = destination.format === 'env' && destination.key !== null;
        return !written.ok && written.error.code === 'destination.noKey' && isNew
          ? ok(withNewKey(text, destination.key, token))
          : written;
      });
    },
    clear: async (destination, seen, keepSafe) => {
      const { withValues } = await loadFormats();
      return change(destination, seen, keepSafe, (text) =>
        withValues(destination.format, text, [{ key: destination.key, value: '' }]),
      );
    },
    mend: async (destination, texts) => {
      const opened = await openFile(destination, constants.O_RDWR);
      if (!opened.ok || opened.value === null) return opened.ok ? ok(null) : opened;
      const { handle } = opened.value;
      try {
        return await resumeReplacing(handle, texts);
      } finally {
        await handle.close();
      }
    },
    restrict: async (destination) => {
      const opened = await openFile(destination, constants.O_RDONLY);
      if (!opened.ok) return opened;
      if (opened.value === null) return err({ code: 'destination.noFile' });
      const { handle, stats } = opened.value;
      try {
        await handle.chmod(Number(stats.mode) & 0o700);
        return ok(null);
      } catch (thrown) {
        return err(errorOf(thrown, 'destination.unwritable'));
      } finally {
        await handle.close();
      }
    },
  };
}

async function change(
  destination: Destination,
  seen: DestinationLook,
  keepSafe: KeepSafe,
  changed: (text: string) => Result<string>,
): Promise<Result<DestinationLook>> {
  const opened =
    seen.stamp.mark === null
      ? await createFile(destination)
      : await openFile(destination, constants.O_RDWR);
  if (!opened.ok) return opened;
  if (opened.value === null) return err({ code: 'destination.changed' });
  const { handle, stats, path } = opened.value;
  try {
    if (seen.stamp.mark !== null && stampOf(stats).mark !== seen.stamp.mark) {
      return err({ code: 'destination.changed' });
    }
    const text = await readText(handle);
    if (!text.ok) return text;
    const next = changed(text.value);
    if (!next.ok) return next;
    const replaced = await replaceInPlace(handle, text.value, next.value, async (texts) => {
      const kept = await keepSafe(texts);
      // Another program may have put a new file there while the keychain waited for the person.
      return kept.ok && !(await isStillAt(path, stats))
        ? err({ code: 'destination.changed' })
        : kept;
    });
    if (!replaced.ok) return replaced;
    return await lookIn(destination, next.value, stampOf(await handle.stat({ bigint: true })));
  } finally {
    await handle.close();
  }
}

async function isStillAt(path: string, { dev, ino }: BigIntStats): Promise<boolean> {
  const present = await lstat(path, { bigint: true }).catch(() => null);
  return present?.dev === dev && present.ino === ino;
}

async function lookIn(
  { format, key }: Destination,
  text: string,
  stamp: DestinationStamp,
): Promise<Result<DestinationLook>> {
  const { findSpot, urlKeyBeside } = await loadFormats();
  const spot = findSpot(format, text, key);
  const isNewKey = !spot.ok && spot.error.code === 'destination.noKey' && format === 'env';
  if (!spot.ok && !isNewKey) return spot;
  // SECURITY: what is put in as it is must be a name, and no line of its own for whoever reads the file as a script.
  if (isNewKey && !isVariableName(key)) {
    return err({ code: 'destination.malformed', trouble: 'key' });
  }
  const value = spot.ok && spot.value.value !== '' ? spot.value.value : null;
  return ok({ value, urlKey: urlKeyBeside(format, text, key), stamp });
}

const isVariableName = (key: string | null): boolean =>
  key !== null && /^[A-Za-z_][\w.-]*$/.test(key);

const noFile: DestinationStamp = { mark: null, modifiedAt: null, isReadableByOthers: false };

const stampOf = ({ dev, ino, size, mtimeNs, mtimeMs, mode }: BigIntStats): DestinationStamp => ({
  mark: [dev, ino, size, mtimeNs].join(' '),
  modifiedAt: Number(mtimeMs),
  isReadableByOthers: process.platform !== 'win32' && (Number(mode) & 0o077) !== 0,
});

interface OpenFile {
  readonly handle: FileHandle;
  readonly stats: BigIntStats;
  readonly path: string;
}

/** Null where there is no such file. A pipe or a device is not waited for. */
async function openFile(
  { path }: Pick<Destination, 'path'>,
  flags: number,
): Promise<Result<OpenFile | null>> {
  let handle: FileHandle | null = null;
  try {
    const link = await lstat(path, { bigint: true });
    const real = await realpath(path);
    if (link.isSymbolicLink() && !isOwn(link)) return err({ code: 'destination.foreignOwner' });
    if (!(await stat(real)).isFile()) return err({ code: 'destination.notRegular' });
    handle = await open(real, flags | constants.O_NOFOLLOW | constants.O_NONBLOCK);
    const stats = await handle.stat({ bigint: true });
    const trouble = !stats.isFile()
      ? 'destination.notRegular'
      : !isOwn(stats)
        ? 'destination.foreignOwner'
        : stats.size > limitBytes
          ? 'destination.tooLarge'
          : null;
    if (trouble !== null) {
      await handle.close();
      return err({ code: trouble });
    }
    return ok({ handle, stats, path: real });
  } catch (thrown) {
    await handle?.close();
    const error = errorOf(
      thrown,
      flags === constants.O_RDONLY ? 'destination.unreadable' : 'destination.unwritable',
    );
    return error.code === 'destination.noFile' ? ok(null) : err(error);
  }
}

/** SECURITY: of root too: what it writes into somebody else's file is theirs. */
const isOwn = ({ uid }: Pick<BigIntStats, 'uid'>): boolean =>
  process.getuid === undefined || Number(uid) === process.getuid();

/** Only a file that is nothing but the token, or a list of variables, can begin with it. */
async function canCreate({ format, path }: Destination): Promise<Result<null>> {
  if (format !== 'file' && format !== 'env') return err({ code: 'destination.noFile' });
  try {
    await access(dirname(path), constants.W_OK | constants.X_OK);
    return ok(null);
  } catch (thrown) {
    return err(errorOf(thrown, 'destination.unwritable'));
  }
}

async function createFile({ path }: Destination): Promise<Result<OpenFile | null>> {
  try {
    const flags = constants.O_RDWR | constants.O_CREAT | constants.O_EXCL;
    const handle = await open(path, flags, 0o600);
    return ok({ handle, stats: await handle.stat({ bigint: true }), path });
  } catch (thrown) {
    return err(errorOf(thrown, 'destination.unwritable'));
  }
}

async function readText(handle: FileHandle): Promise<Result<string>> {
  try {
    const { size } = await handle.stat();
    const bytes = Buffer.alloc(Math.min(size, limitBytes));
    const { bytesRead } = await handle.read(bytes, 0, bytes.length, 0);
    const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
    const text = decoder.decode(bytes.subarray(0, bytesRead));
    return text.includes('\0') ? err({ code: 'destination.notText' }) : ok(text);
  } catch (thrown) {
    return thrown instanceof TypeError
      ? err({ code: 'destination.notText' })
      : err(errorOf(thrown, 'destination.unreadable'));
  }
}
