import type { Verdict } from '../../../shared/model/token.ts';
import { timeAgoText } from '../../../shared/words/formats.ts';
import { verdictReasonText } from '../../../shared/words/verdicts.ts';
import type { Output, Style } from '../output/output.ts';
import type { Cell } from '../output/table.ts';

/** A verdict in a table: one word, and since when, or why nobody could say. */
export function verdictCell(output: Output, verdict: Verdict): Cell {
  const { text, style } = wordsOf(verdict);
  return { text, paint: (shown) => output.paint(style, shown) };
}

function wordsOf(verdict: Verdict): { readonly text: string; readonly style: Style } {
  switch (verdict.kind) {
    case 'valid':
      return { text: `valid, ${timeAgoText(verdict.provedAt, Date.now())}`, style: 'good' };
    case 'rejected':
      return { text: `rejected, ${timeAgoText(verdict.rejectedAt, Date.now())}`, style: 'bad' };
    case 'unknown':
      return {
        text:
          verdict.reason === null
            ? 'not checked'
            : `unknown: ${verdictReasonText(verdict.reason).replace(/\.$/, '')}`,
        style: 'unsure',
      };
  }
}
