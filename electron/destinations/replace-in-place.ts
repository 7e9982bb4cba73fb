import type { FileHandle } from 'node:fs/promises';
import { err, ok, type Result } from '../../shared/result.ts';
import type { DestinationTexts, KeepSafe } from '../ports.ts';
import { errorOf } from './error-of.ts';

/**
 * Writes a file in place: one that is mounted into a container would not be followed to another that is renamed over it.
 * What was there is held until the new text is proved on disk, and put back when that fails; where it can't be, the error is
 * `destination.notWritten`, and never another one.
 *
 * `keepSafe` is called before the first byte is written, with what a process that is killed in the middle needs for
 * `resumeReplacing`: written is from the front, so that what is found then is the beginning of the new text and the rest of the
 * old one.
 */
export async function replaceInPlace(
  handle: FileHandle,
  before: string,
  after: string,
  keepSafe: KeepSafe,
): Promise<Result<null>> {
  if (before === after) return ok(null);
  const kept = await keepSafe({ before, after });
  if (!kept.ok) return kept;
  try {
    // The keychain may have had to wait for the person.
    if (!(await readWhole(handle)).equals(Buffer.from(before))) {
      return err({ code: 'destination.changed' });
    }
    await writeWhole(handle, after);
    if ((await readWhole(handle)).equals(Buffer.from(after))) return ok(null);
    await writeWhole(handle, before);
    return err({ code: 'destination.notWritten' });
  } catch (thrown) {
    const isPutBack = await writeWhole(handle, before).then(
      () => true,
      () => false,
    );
    // What can't be put back now is mended from what is kept safe.
    return err(
      isPutBack ? errorOf(thrown, 'destination.notWritten') : { code: 'destination.notWritten' },
    );
  }
}

/** Finishes a write that was cut short; a file that is anything else than that is let be. */
export async function resumeReplacing(
  handle: FileHandle,
  { before, after }: DestinationTexts,
): Promise<Result<null>> {
  try {
    const present = await readWhole(handle);
    const [old, next] = [Buffer.from(before), Buffer.from(after)];
    if (present.equals(next) || present.equals(old)) return ok(null);
    if (!isCutShort(present, old, next)) {
      return err({ code: 'destination.changed' });
    }
    await writeWhole(handle, after);
    return ok(null);
  } catch (thrown) {
    return err(errorOf(thrown, 'destination.notWritten'));
  }
}

/** Whether this is the beginning of the new text, and behind it what the old one has there. */
function isCutShort(present: Buffer, before: Buffer, after: Buffer): boolean {
  let same = 0;
  while (same < present.length && present[same] === after[same]) same += 1;
  return present.subarray(same).equals(before.subarray(same));
}

async function writeWhole(handle: FileHandle, text: string): Promise<void> {
  const bytes = Buffer.from(text);
  let at = 0;
  while (at < bytes.length) {
    const { bytesWritten } = await handle.write(bytes, at, bytes.length - at, at);
    at += bytesWritten;
  }
  await handle.truncate(bytes.length);
  await handle.sync();
}

const readWhole = async (handle: FileHandle): Promise<Buffer> => {
  const { size } = await handle.stat();
  const bytes = Buffer.alloc(size);
  const { bytesRead } = await handle.read(bytes, 0, size, 0);
  return bytes.subarray(0, bytesRead);
};
