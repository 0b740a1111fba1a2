import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from '../../platform/embedded/programs';
import { pythonPackage } from '../../platform/embedded/python';

const VERSION = '4.32.5';
/** What must hold of every answer. */
const CHECKS = [
  'not_a_server_error',
  'status_code_conformance',
  'content_type_conformance',
  'response_headers_conformance',
  'response_schema_conformance',
];
/** They never end by themselves, so that nothing could be held to them. */
const STREAMS = ['followEvents', 'followOperation'];
/** An answer that takes longer than this hangs. */
const HANGS_AFTER_SECONDS = 15;

/** The whole document, as one person sees it. */
export interface Run {
  readonly api: string;
  readonly token: string;
  readonly seed: number;
  /** Random cases of each route, beside those that follow from its schema. */
  readonly examples: number;
  /** A folder of this run's own. */
  readonly folder: string;
}

/** What a run has found. */
export interface Found {
  readonly cases: number;
  readonly routes: number;
  /** Each as a title and where it was met. */
  readonly failures: readonly string[];
}

/** The program, in an environment of its own in the user's cache; made once. */
export async function prepareSchemathesis(say: (line: string) => void): Promise<string> {
  return join(await pythonPackage('schemathesis', VERSION, 'make fuzz', say), 'schemathesis');
}

/** Asks every route with what its schema allows and with what it does not, and holds each answer to the document. */
export async function fuzz(program: string, { api, token, seed, examples, folder }: Run): Promise<Found> {
  const report = join(folder, 'report.json');
  const args = [
    ...['run', `${api}/api/openapi.json`, '--header', `Authorization: Bearer ${token}`],
    ...['--phases', 'coverage,fuzzing', '--max-examples', String(examples), '--seed', String(seed)],
    ...['--checks', CHECKS.join(','), ...STREAMS.flatMap((id) => ['--exclude-operation-id', id])],
    ...['--request-timeout', String(HANGS_AFTER_SECONDS), '--workers', '2', '--no-shrink', '--continue-on-failure'],
    ...['--report', 'json', '--report-json-path', report],
  ];
  // Whoever finds something ends with 1: what it is stands in the report.
  await run(program, args, { cwd: folder }).catch((error: unknown) => {
    if (!existsSync(report)) throw error;
  });
  const { test_cases, operations, failures, errors } = JSON.parse(readFileSync(report, 'utf8')) as Report;
  return {
    cases: test_cases.generated,
    routes: operations.tested,
    failures: [...failures, ...errors].map(({ title, operations: met = [] }) => `${title}: ${JSON.stringify(met)}`),
  };
}

interface Report {
  readonly test_cases: { readonly generated: number };
  readonly operations: { readonly tested: number };
  readonly failures: readonly Failure[];
  readonly errors: readonly Failure[];
}

interface Failure {
  readonly title: string;
  readonly operations?: readonly unknown[];
}
