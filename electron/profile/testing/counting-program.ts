import { openCount } from './open-count.ts';

// Counts up in a document until it is killed, and says each number once it is written. Argument: the folder.

const document = await openCount(process.argv[2] ?? '');
for (;;) {
  const updated = await document.update((old) => ({ ...old, count: old.count + 1 }));
  if (!updated.ok) throw new Error(updated.error.code);
  process.stdout.write(`${document.value().count}\n`);
}
