import { ESLint } from 'eslint';

/** Each of these must be refused where it stands: a rule that lets its own breach pass holds nothing. */
const BREACHES: readonly [where: string, code: string, message: RegExp][] = [
  ['domain/operation/gates.ts', "import '../../platform/config';", /nothing here may import platform/],
  ['domain/operation/gates.ts', "import { z } from 'zod'; z.string();", /types only/],
  ['domain/operation/gates.ts', "import { readFileSync } from 'node:fs'; readFileSync('x');", /pure/],
  ['domain/operation/gates.ts', 'Date.now();', /moment as an argument/],
  ['domain/operation/gates.ts', 'new Date();', /moment as an argument/],
  ['domain/operation/gates.ts', 'Math.random();', /Not deterministic/],
  ['domain/operation/gates.ts', "process.env['X'];", /process/],
  ['workflows/index.ts', 'Math.random();', /Not deterministic/],
  ['workflows/index.ts', "void fetch('http://127.0.0.1');", /fetch/],
  [
    'workflows/index.ts',
    "import { createRecordingActivities } from '../activities/recording'; createRecordingActivities;",
    /types only/,
  ],
  ['workflows/index.ts', "export * from './operation/operation.workflow';", /Name what is exported/],
  ['activities/scoring.ts', "import '../apps/api/main';", /nothing here may import apps/],
  ['platform/config.ts', "import '../activities/scoring';", /nothing here may import activities/],
  ['apps/jobs/main.ts', "import '../../workflows/operation/operation.entity';", /messages of a workflow/],
  ['apps/jobs/main.ts', "import '../../test/support/stack';", /nothing here may import test/],
  ['apps/jobs/main.ts', 'const x: any = 1; void x;', /any/],
];

describe('the lint rules', () => {
  const eslint = new ESLint();

  it.each(BREACHES)('refuse in %s: %s', async (filePath, code, message) => {
    const [result] = await eslint.lintText(code, { filePath });
    expect(result?.messages.map((found) => found.message)).toContainEqual(expect.stringMatching(message));
  });

  it('allow the moment in a workflow, where the SDK makes it deterministic', async () => {
    const [result] = await eslint.lintText('export const now = () => Date.now();\n', {
      filePath: 'workflows/index.ts',
    });
    expect(result?.messages).toEqual([]);
  });
});
