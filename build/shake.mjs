import { runCommand } from './set-up/run-command.mjs';

await runCommand(import.meta.url, async () => (await import('./commands/run-shake.mjs')).runShake);
