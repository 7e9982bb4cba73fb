import type { SourceTokenId, TransientTokenId } from '../../../shared/model/ids.ts';
import type { SourceAnswer, SourceToken } from '../../../shared/model/source.ts';
import { ok, type Result } from '../../../shared/result.ts';
import type { Usher } from '../../core/usher.ts';
import type { RunCommand } from '../command.ts';
import type { CliError } from '../errors.ts';
import { isoTime } from '../json.ts';
import { chooseServer, chooseToken, unexpiredTokens, type ChosenServer } from '../names.ts';
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
  const tokenId = await chooseTransient(opened.value, chosen.value, input.value('transient'));
  if (!tokenId.ok) return tokenId;
  const answer = await opened.value.services.sources.ask({
    accountId: account.id,
    serverId: server.id,
    source: input.operand('SOURCE') ?? '',
    refresh: input.has('refresh'),
    transientTokenId: tokenId.value,
  });
  if (!answer.ok) return answer;
  const secrets = input.has('show-token') ? await writeTokens(opened.value, answer.value) : null;
  if (input.has('json')) output.json({ source: sourceJson(answer.value, server.name, secrets) });
  else tell(output, answer.value, secrets);
  return ok(0);
};

/** Null for the access token. A server of somebody else is asked with neither. */
async function chooseTransient(
  usher: Usher,
  { account, server }: ChosenServer,
  wanted: string | undefined,
): Promise<Result<TransientTokenId | null, CliError>> {
  if (wanted === undefined || server.ownership !== 'owned') return ok(null);
  const ofServer = unexpiredTokens(usher).filter(
    ({ accountId, serverId }) => accountId === account.id && serverId === server.id,
  );
  const found = await chooseToken(usher, ofServer, wanted);
  return found.ok ? ok(found.value.id) : found;
}

/** The tokens of an answer, to be printed. */
type Secrets = ReadonlyMap<SourceTokenId, string>;

async function writeTokens({ services }: Usher, { devices }: SourceAnswer): Promise<Secrets> {
  const secrets = new Map<SourceTokenId, string>();
  for (const { token } of devices) {
    if (token === null) continue;
    const written = await services.secrets.write({ kind: 'source', tokenId: token.id }, 'raw');
    if (written.ok) secrets.set(token.id, written.value);
  }
  return secrets;
}

function tell(
  output: Output,
  { source: asked, devices }: SourceAnswer,
  secrets: Secrets | null,
): void {
  if (devices.length === 0) {
    output.note(terminalTokenText().noConnections(printable(asked)));
    return;
  }
  const columns = columnText();
  output.answer(
    table(
      [columns.device, columns.kind, columns.address, columns.token, columns.id],
      devices.flatMap(({ name, clientIdentifier, token, connections }) => {
        const shown = secretOf(token, secrets) ?? maskedTokenText(token);
        const rowOf = (kind: string, uri: string) => [
          nameCell(output, name),
          kind,
          uri,
          shown,
          clientIdentifier ?? '',
        ];
        return connections.length === 0
          ? [rowOf('', '')]
          : connections.map(({ kind, uri }) => rowOf(cellText().connectionKind(kind), uri));
      }),
    ),
  );
}

const secretOf = (token: SourceToken | null, secrets: Secrets | null): string | undefined =>
  token === null ? undefined : secrets?.get(token.id);

const sourceJson = (
  { source: asked, askedAt, devices }: SourceAnswer,
  serverName: string,
  secrets: Secrets | null,
) => ({
  source: asked,
  server: serverName,
  askedAt: isoTime(askedAt),
  devices: devices.map(({ token, ...device }) => {
    const secret = secretOf(token, secrets);
    return {
      ...device,
      token: token === null ? null : { kind: token.kind, lastFour: token.lastFour },
      ...(secret === undefined ? {} : { secret }),
    };
  }),
});
