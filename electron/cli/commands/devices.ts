import { ok } from '../../../shared/result.ts';
import { timeAgoText } from '../../../shared/words/formats.ts';
import type { RunCommand } from '../command.ts';
import { deviceJson } from '../json/device-json.ts';
import { chooseAccount } from '../names/choose-account.ts';
import { nameCell } from '../output/name-cell.ts';
import { table } from '../output/table.ts';

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
  else if (all.length === 0) output.note('The account has no device.');
  else {
    const now = Date.now();
    output.answer(
      table(
        ['DEVICE', 'PRODUCT', 'PLATFORM', 'LAST SEEN', 'ID'],
        all.map((device) => [
          nameCell(output, device.name) + (device.kind === 'here' ? ' (here)' : ''),
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
