import { isTokenForm, type TransientTokenSummary } from '../../../shared/model/token.ts';
import { ok } from '../../../shared/result.ts';
import { durationText } from '../../../shared/words/formats.ts';
import { platformOf } from '../../process/client-identity.ts';
import type { MintedToken } from '../../core/tokens/transient-tokens.ts';
import { writeTokenAs } from '../../core/tokens/token-forms.ts';
import type { RunCommand } from '../command.ts';
import { isoTime } from '../json.ts';
import { chooseServer } from '../names.ts';
import { printable } from '../output.ts';

export const mint: RunCommand = async (context, input) => {
  const { output, interruption, clipboard } = context;
  const opened = await context.usher();
  if (!opened.ok) return opened;
  const chosen = await chooseServer(opened.value, input);
  if (!chosen.ok) return chosen;
  const { account, server } = chosen.value;
  const got: { minted: MintedToken | null } = { minted: null };
  const kept = await opened.value.services.tokens.mintFor(account.id, server.id, (minted) => {
    got.minted = minted;
    return Promise.resolve(ok(null));
  });
  if (!kept.ok) return kept;
  const { minted } = got;
  // Interrupted, it is kept, and nobody waits for it any more.
  if (minted === null || interruption.signal.aborted) return ok(0);

  const form = input.value('as') ?? 'raw';
  const written = writeTokenAs(
    isTokenForm(form) ? form : 'raw',
    { token: minted.secret, uri: minted.route.uri, facts: factsOf(kept.value) },
    platformOf(process.platform),
  );
  if (kept.value.storage === 'session') {
    output.note('The keychain did not take it, so it is good but not in the list of tokens.');
  }
  if (!input.has('copy')) {
    output.answer(written);
    return ok(0);
  }
  const copied = await clipboard.writeSecret(written);
  if (!copied.ok) return copied;
  output.note(
    `A token for ${printable(kept.value.serverName)} is on the clipboard, good for ${durationText(kept.value.remainingMs)} at most. ` +
      'Nothing stays behind to clear it from there, and a clipboard history may have taken it.',
  );
  return ok(0);
};

const factsOf = (token: TransientTokenSummary): Readonly<Record<string, string | null>> => ({
  id: token.id,
  server: token.serverName,
  machineIdentifier: token.serverId,
  account: token.accountName,
  expiresAt: isoTime(token.expiresAt),
});
