import { ESLint } from 'eslint';

/** Each of these must be refused where it stands: a rule that lets its own breach pass holds nothing. */
const BREACHES: readonly [where: string, code: string, message: RegExp][] = [
  ['domain/operation/gates.ts', "import '../../platform/config';", /nothing here may import platform/],
  ['domain/operation/gates.ts', "import './../../platform/config';", /nothing here may import platform/],
  ['domain/operation/gates.ts', "import type {} from '../../workflows/index';", /nothing here may import workflows/],
  ['domain/operation/gates.ts', "void import('../../platform/config');", /at the top/],
  ['domain/operation/command-schemas.ts', "import '../../platform/config';", /nothing here may import platform/],
  [
    'domain/operation/areas/people/commands.schema.ts',
    "import '../../../../apps/api/main';",
    /nothing here may import apps/,
  ],
  ['domain/operation/areas/people/commands.schema.ts', "import 'pg';", /pure/],
  ['domain/operation/gates.ts', "import { z } from 'zod'; z.string();", /types only/],
  ['domain/operation/gates.ts', "export { adopt } from './areas/assessment/commands.schema';", /types only/],
  ['domain/operation/gates.ts', "import 'pg';", /pure/],
  ['domain/operation/gates.ts', "import { readFileSync } from 'node:fs'; readFileSync('x');", /pure/],
  ['domain/operation/gates.ts', "import { randomUUID } from 'crypto'; randomUUID();", /pure/],
  ['domain/operation/gates.ts', 'Date.now();', /moment as an argument/],
  ['domain/operation/gates.ts', 'const { now } = Date; now();', /moment as an argument/],
  ['domain/operation/gates.ts', 'new Date();', /moment as an argument/],
  ['domain/operation/gates.ts', 'Date();', /moment as an argument/],
  ['domain/operation/gates.ts', 'Math.random();', /Not deterministic/],
  ['domain/operation/gates.ts', 'performance.now();', /performance/],
  ['domain/operation/gates.ts', 'setTimeout(() => 1, 1);', /setTimeout/],
  ['domain/operation/gates.ts', 'crypto.randomUUID();', /crypto/],
  ['domain/operation/gates.ts', "process.env['X'];", /process/],
  ['domain/operation/gates.ts', "globalThis.process.env['X'];", /process/],
  ['domain/operation/gates.ts', "export * from './codes';", /Name what is exported/],
  ['domain/operation/gates.ts', 'export let seen = 0;', /loaded once for all workflows/],
  ['workflows/index.ts', 'let seen = 0; seen += 1;', /loaded once for all workflows/],
  ['workflows/index.ts', 'Math.random();', /Not deterministic/],
  ['workflows/index.ts', "void fetch('http://127.0.0.1');", /fetch/],
  ['workflows/index.ts', 'crypto.randomUUID();', /crypto/],
  ['workflows/index.ts', "import '@temporalio/client';", /pure/],
  ['workflows/index.ts', "import '../platform/config';", /nothing here may import platform/],
  ['workflows/index.ts', "import '../domain/operation/command-schemas';", /types only/],
  [
    'workflows/index.ts',
    "import { createRecordingActivities } from '../activities/recording'; createRecordingActivities;",
    /types only/,
  ],
  ['workflows/index.ts', "export * from './operation/operation.workflow';", /Name what is exported/],
  [
    'workflows/operation/operation.workflow.ts',
    "import '../translation/translation.workflow';",
    /messages of a workflow/,
  ],
  ['activities/scoring.ts', "import '../apps/api/main';", /nothing here may import apps/],
  ['activities/scoring.ts', "import '../workflows/operation/operation.workflow';", /messages of a workflow/],
  ['activities/scoring.ts', "import '../workflows/operation/operation.entity';", /messages of a workflow/],
  ['platform/config.ts', "import '../activities/scoring';", /nothing here may import activities/],
  ['platform/config.ts', "import '../workflows/operation/operation.entity';", /messages of a workflow/],
  ['apps/jobs/main.ts', "import '../../workflows/operation/operation.entity';", /messages of a workflow/],
  ['apps/jobs/main.ts', "import '../../test/support/stack';", /nothing here may import test/],
  ['apps/web/main.ts', "import '../api/main';", /none of its code/],
  ['apps/web/main.ts', "import '../../platform/database/pool';", /by the API alone/],
  ['apps/jobs/main.ts', 'const x: any = 1; void x;', /any/],
  ['apps/jobs/main.ts', 'const unused = 1;', /never used|unused/],
  ['apps/jobs/main.ts', 'async function later() {} later();', /Promises must be awaited/],
];

describe('the lint rules', () => {
  const eslint = new ESLint();
  // The first file is the dearest: the compiler reads the whole project for it.
  jest.setTimeout(180_000);

  it.each(BREACHES)('refuse in %s: %s', async (filePath, code, message) => {
    const [result] = await eslint.lintText(code, { filePath });
    expect(result?.messages.map((found) => found.message)).toContainEqual(expect.stringMatching(message));
  });

  it.each([
    ['workflows/index.ts', 'export const now = () => Date.now();\n'],
    [
      'workflows/index.ts',
      "import type { RecordingActivities } from '../activities/recording';\nexport type A = RecordingActivities;\n",
    ],
    ['domain/operation/gates.ts', 'export const day = (moment: string) => new Date(moment);\n'],
    ['domain/operation/gates.ts', "import type { z } from 'zod';\nexport type Schema = z.ZodType;\n"],
    ['domain/operation/gates.spec.ts', "import fc from 'fast-check';\nexport const any = fc.nat();\n"],
  ])('let pass what is right in %s: %s', async (filePath, code) => {
    const [result] = await eslint.lintText(code, { filePath });
    expect(result?.messages).toEqual([]);
  });
});
