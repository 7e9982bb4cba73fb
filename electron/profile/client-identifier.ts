import { randomUUID } from 'node:crypto';
import * as v from 'valibot';
import { ok, type Result } from '../../shared/result.ts';
import type { ProfileFiles } from '../ports.ts';
import { openJsonDocument } from '../storage/profile/json-document.ts';

/**
 * One stable client identifier per installation: Plex takes each new one for a new device
 * (https://developer.plex.tv/pms/, "Headers"). It has a file of its own, so that a lost index does not lose it.
 */
export async function readClientIdentifier(
  files: ProfileFiles,
  now: () => number,
): Promise<Result<string>> {
  const opened = await openJsonDocument({
    files,
    name: 'installation.json',
    schema: v.object({ clientIdentifier: v.string() }),
    empty: { clientIdentifier: '' },
    version: 1,
    now,
  });
  if (!opened.ok) return opened;
  const known = opened.value.value().clientIdentifier;
  if (known !== '') return ok(known);
  const made = randomUUID();
  const kept = await opened.value.update((content) =>
    content.clientIdentifier === '' ? { clientIdentifier: made } : content,
  );
  return kept.ok ? ok(opened.value.value().clientIdentifier) : kept;
}
