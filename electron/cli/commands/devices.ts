import type { AccountSummary } from '../../../shared/model/account.ts';
import type { DeviceSummary } from '../../../shared/model/device.ts';
import { err, ok } from '../../../shared/result.ts';
import { timeAgoText } from '../../../shared/words/formats.ts';
import { revokeText } from '../../../shared/words/terminal-answers.ts';
import { cellText, columnText } from '../../../shared/words/terminal-tables.ts';
import { noneText } from '../../../shared/words/terminal.ts';
import { platformOf } from '../../process/client-identity.ts';
import { shellQuoted, type Platform } from '../../quoting.ts';
import type { RunCommand } from '../command.ts';
import { exitCode, usageError } from '../errors.ts';
import { deviceJson } from '../json.ts';
import { chooseAccount, findByName, type Named } from '../names.ts';
import { printable, type Output } from '../output.ts';
import { nameCell, table } from '../tables.ts';

export const devices: RunCommand = async ({ usher, output }, input) => {
  const opened = await usher();
  if (!opened.ok) return opened;
  const chosen = chooseAccount(opened.value, input.operand('ACCOUNT'));
  if (!chosen.ok) return chosen;
  const { devices: service } = opened.value.services;
  const asked = await service.refresh(chosen.value.id);
  if (!asked.ok) return asked;
  const { devices: all } = service.list(chosen.value.id);
  if (input.has('json')) output.json({ devices: all.map(deviceJson) });
  else if (all.length === 0) output.note(noneText('device'));
  else {
    const columns = columnText();
    const now = Date.now();
    output.answer(
      table(
        [columns.device, columns.product, columns.platform, columns.lastSeen, columns.id],
        all.map((device) => [
          deviceCell(output, device),
          nameCell(output, device.product),
          nameCell(output, device.platform),
          device.lastSeenAt === null ? '' : timeAgoText(device.lastSeenAt, now),
          device.id,
        ]),
      ),
    );
  }
  return ok(0);
};

const deviceCell = (output: Output, { kind, name }: DeviceSummary): string => {
  const shown = nameCell(output, name);
  return kind === 'here' ? cellText().hereDevice(shown) : shown;
};

export const revoke: RunCommand = async ({ usher, output }, input) => {
  const opened = await usher();
  if (!opened.ok) return opened;
  const chosen = chooseAccount(opened.value, input.value('account'));
  if (!chosen.ok) return chosen;
  const { devices } = opened.value.services;
  const { id: accountId } = chosen.value;
  const asked = await devices.refresh(accountId);
  if (!asked.ok) return asked;
  const all = devices.list(accountId).devices.map(toNamed);
  const found = findByName('device', all, input.operand('DEVICE') ?? '');
  if (!found.ok) return found;
  const device = found.value;
  if (device.kind === 'here') {
    // SECURITY: to be copied into a shell, where a title in double quotes could run something.
    const command = `usher sign-out ${wordFor(chosen.value, platformOf(process.platform))}`;
    return err(usageError(revokeText().isHere(command)));
  }
  const revoked = await devices.revoke(accountId, [device.id]);
  if (!revoked.ok) return revoked;
  const { gone, refused, stillThere, error } = revoked.value;
  const [refusal] = refused;
  if (refusal !== undefined) return err(refusal.error);
  if (error !== null) return err(error);
  const isGone = gone.length > 0;
  if (input.has('json')) output.json({ device: deviceJson(device), isGone });
  else output.note(wordsFor(device, isGone, stillThere.length > 0));
  return ok(
    isGone ? exitCode.done : stillThere.length > 0 ? exitCode.refused : exitCode.unreachable,
  );
};

/** An account in a command to copy. On Windows a batch file stands between the shell and the command, and reads what is quoted a second time. */
export function wordFor(
  { id, title }: Pick<AccountSummary, 'id' | 'title'>,
  platform: Platform,
): string {
  const isPlain = /^[\p{L}\p{N}@._ -]+$/u.test(title);
  return platform === 'win32' && !isPlain ? id : shellQuoted(title, platform);
}

function wordsFor({ name, id }: DeviceSummary, isGone: boolean, isThere: boolean): string {
  const device = printable(name ?? id);
  const words = revokeText();
  if (isGone) return words.gone(device);
  return isThere ? words.stillThere(device) : words.unconfirmed(device);
}

const toNamed = (device: DeviceSummary): Named<DeviceSummary> => ({
  item: device,
  id: device.id,
  names: [device.name, device.clientIdentifier].filter((name) => name !== null),
  label: `${device.id} ${device.name ?? ''} (${device.product ?? device.platform ?? '?'})`,
});
