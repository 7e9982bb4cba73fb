import { questionText, terminalQuestionText } from '../../../shared/words/questions.ts';
import type { PersonAsker } from '../../ports.ts';
import type { Output } from '../output.ts';
import type { Input } from '../terminal.ts';

/** Asks in the terminal. Where there is nobody to ask the question is told all the same, for it is what `--yes` or `--certificate` answers. */
export const createTerminalAsker = (
  input: Pick<Input, 'isTerminal' | 'ask'>,
  output: Pick<Output, 'note' | 'columns'>,
): PersonAsker => ({
  confirms: async (question) => {
    const { title, detail, yes } = questionText(question);
    const { Help } = await import('commander');
    // As wide as help.
    const wrap = (paragraph: string): string => new Help().boxWrap(paragraph, output.columns);
    const text = [title, ...detail].map(wrap).join('\n\n');
    if (!input.isTerminal) {
      output.note(text);
      return false;
    }
    const words = terminalQuestionText();
    const answer = await input.ask(`${text}\n\n${words.prompt(yes)}`);
    return words.yes.includes(answer?.trim().toLowerCase() ?? '');
  },
});
