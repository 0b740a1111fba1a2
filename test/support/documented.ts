import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Role } from '../../domain/access/actor';
import { spelt } from '../../domain/access/rules';
import type { CommandName } from '../../domain/operation/command-schemas';
import type { OperationState } from '../../domain/operation/state';

type Row = readonly string[];

const LINES = readFileSync(join(__dirname, '..', '..', 'docs', 'commands.md'), 'utf8').split('\n');

/** Rows of all tables, cell by cell. */
const ROWS: readonly Row[] = LINES.filter((line) => line.startsWith('| ')).map((line) =>
  line
    .slice(2, -2)
    .split(' | ')
    .map((cell) => cell.trim().replaceAll('\\|', '|')),
);

/** The column of each role, by its words. */
const COLUMNS = new Map(
  LINES.flatMap((line) => {
    const [, column, role] = /^- ([A-Z]{2,3}): ([a-z ]+)/.exec(line) ?? [];
    return column === undefined || role === undefined ? [] : [[role, column]];
  }),
);

/** What docs/commands.md says of one command: a row of the matrix, and the refusals. */
export class DocumentedCommand {
  private readonly marks: ReadonlyMap<string, string>;
  private readonly refusals: readonly Row[];

  constructor(command: CommandName) {
    const own = ROWS.filter(([cell]) => cell === `\`${command}\``);
    const row = own.find(({ length }) => length > 3) ?? [];
    const head = ROWS.find((cells) => cells[0] === 'Command' && cells.length === row.length) ?? [];
    this.marks = new Map(head.map((name, at) => [name, row[at] ?? '']));
    this.refusals = own.filter(({ length }) => length === 3);
  }

  isFor(role: Role): boolean {
    return this.marks.get(COLUMNS.get(spelt([role])) ?? '') === '●';
  }

  /** Marked, marked but for open gates, or refused. */
  inStage(stage: OperationState['stage']): string | undefined {
    return this.marks.get(stage);
  }

  /** The sentence that a role is refused with, whatever the stage. */
  toRole(role: Role): readonly string[] {
    return this.sentences(
      (where) =>
        where.startsWith('to ') &&
        where
          .slice(3)
          .split(', ')
          .includes(spelt([role])),
    );
  }

  /** The sentence that everyone is refused with in a stage. */
  ofStage(stage: OperationState['stage']): readonly string[] {
    return this.sentences((where) => where === `in ${stage}`);
  }

  /** The sentence of a gate that is closed in a stage. */
  ofGate(stage: OperationState['stage'], gate: string): readonly string[] {
    return this.sentences((where) => where === `in ${stage} by ${gate}`);
  }

  private sentences(which: (where: string) => boolean): readonly string[] {
    return this.refusals.flatMap(([, where = '', sentence = '']) => (which(where) ? [sentence] : []));
  }
}
