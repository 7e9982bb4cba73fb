import type { SourceAnswer } from '../../../shared/model/source.ts';
import { ok } from '../../../shared/result.ts';
import type { RunCommand } from '../command.ts';
import { isoTime } from '../json.ts';
import { chooseServer } from '../names.ts';
import { printable, type Output } from '../output.ts';
import { nameCell, table } from '../tables.ts';
import { cellText, columnText } from '../../../shared/words/terminal-tables.ts';
import { terminalTokenText } from '../../../shared/words/terminal-answers.ts';
import { maskedTokenText } from '../../../shared/words/tokens.ts';

export const source: RunCommand = async ({ usher, output }, input) => {
  const opened = await usher();
  if (!opened.ok) return opened;
  const chosen = await chooseServer(opened.value, input);
  if (!chosen.ok) return chosen;
  const { account, server } = chosen.value;
  const { sources, secrets } = opened.value.services;
  const ofServer = { accountId: account.id, serverId: server.id };
  const answer = await sources.ask({
    ...ofServer,
    source: input.operand('SOURCE') ?? '',
    refresh: input.has('refresh'),
  });
  if (!answer.ok) return answer;
  const held = input.has('show-token')
    ? await secrets.write({ kind: 'source', ...ofServer }, 'raw')
    : null;
  const secret = held?.ok === true ? held.value : null;
  if (input.has('json')) output.json({ source: sourceJson(answer.value, server.name, secret) });
  else tell(output, answer.value, secret);
  return ok(0);
};

function tell(
  output: Output,
  { source: asked, devices }: SourceAnswer,
  secret: string | null,
): void {
  if (devices.length === 0) {
    output.note(terminalTokenText().noConnections(printable(asked)));
    return;
  }
  const columns = columnText();
  output.answer(
    table(
      [columns.device, columns.kind, columns.address, columns.token],
      devices.flatMap(({ name, token, connections }, index) =>
        connections.map(({ uri, kind }) => [
          nameCell(output, name),
          cellText().connectionKind(kind),
          uri,
          // The one that is held is the first device's.
          index === 0 && secret !== null ? secret : maskedTokenText(token),
        ]),
      ),
    ),
  );
}

const sourceJson = (
  { source: asked, askedAt, devices }: SourceAnswer,
  serverName: string,
  secret: string | null,
) => ({
  source: asked,
  server: serverName,
  askedAt: isoTime(askedAt),
  devices: devices.map((device, index) => ({
    ...device,
    ...(index === 0 && secret !== null ? { secret } : {}),
  })),
});
