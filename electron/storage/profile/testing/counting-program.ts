import { openCount } from './test-documents.ts';

// Counts up in a document, and says each number once it is written. Arguments: the folder, and how many steps; without
// that it goes on until it is killed.

const document = await openCount(process.argv[2] ?? '');
const steps = Number(process.argv[3] ?? Infinity);
for (let step = 0; step < steps; step += 1) {
  const updated = await document.update((old) => ({ ...old, count: old.count + 1 }));
  if (!updated.ok) throw new Error(updated.error.code);
  process.stdout.write(`${document.value().count}\n`);
}
