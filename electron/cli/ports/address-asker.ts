import { addressQuestionText } from '../../../shared/words/added-addresses.ts';
import type { AddressAsker } from '../../ports.ts';
import type { Output } from '../output.ts';
import type { Input } from '../terminal.ts';

/** Asks in the terminal. Where there is nobody to ask the question is told all the same, for it is what `--yes` answers. */
export const createAddressAsker = (
  input: Pick<Input, 'isTerminal' | 'ask'>,
  output: Pick<Output, 'note'>,
): AddressAsker => ({
  mayAdd: async (question) => {
    const words = addressQuestionText();
    const text = [words.title(question), ...words.detail(question)].join('\n');
    if (!input.isTerminal) {
      output.note(text);
      return false;
    }
    const answer = await input.ask(`${text}\n${words.prompt}`);
    return words.yes.includes(answer?.trim().toLowerCase() ?? '');
  },
});
