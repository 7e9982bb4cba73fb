/** The start of the command line. What an answer does not need is not loaded. */
export async function main(args: readonly string[], version: string): Promise<void> {
  const [first] = args;
  if (args.length === 1 && (first === '--version' || first === '-V')) {
    process.stdout.write(`${version}\n`);
    return;
  }
  const { runCommandLine } = await import('./run-command-line.ts');
  await runCommandLine(args, version);
}
