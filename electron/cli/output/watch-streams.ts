import { exitCode } from '../exit-code.ts';

/** Before anything is printed: without this, a reader that is gone would end the command in the middle, with a stack. */
export function watchStreams(): void {
  const { stdout, stderr } = process;
  stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (isReaderGone(error)) return;
    // Whoever stores the answer must not take a file cut short for one.
    process.exitCode = exitCode.wrongUse;
    stderr.write(`usher: The answer could not be written (${error.code ?? 'unknown'}).\n`);
  });
  // There is nowhere left to say it.
  stderr.on('error', () => undefined);
}

/** Whoever reads has had enough. What the command does is done all the same, without a word. */
const isReaderGone = ({ code }: NodeJS.ErrnoException): boolean =>
  code === 'EPIPE' || code === 'EIO';
