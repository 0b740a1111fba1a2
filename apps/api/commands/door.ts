import { Injectable } from '@nestjs/common';
import { mayGive } from '../../../domain/access/rules';
import type { CommandBody, CommandName } from '../../../domain/operation/command-schemas';
import type { Blocker } from '../../../domain/operation/decide';
import { lifecycle, type LifecycleRow } from '../../../domain/operation/lifecycle.v1';
import type { UnsentCommand } from '../../../platform/commands/envelope';
import type { Reader } from '../../../platform/access/reading';
import { placing, seesOne } from '../../../platform/access/seen';
import { problemsWith } from '../../../domain/scoring/score-threat';
import { threatModel } from '../../../platform/scoring/threat-models';
import { textsOf } from '../../../platform/timeline/texts';
import { Readings } from '../access/readings';
import { refusal } from '../http/problems';
import { SupportNeeds } from '../support-needs/support-needs.service';

interface Known {
  readonly reader: Reader;
  readonly needs: SupportNeeds;
}

/** What one may not see does not exist: nothing is linked or merged with it. */
const another = async (reader: Reader, reference: string) => {
  const values: unknown[] = [];
  const { rowCount } = await reader.query(`SELECT WHERE ${seesOne(reader, placing(values), reference)}`, values);
  if (rowCount !== 0) return undefined;
  return { code: 'no-such-operation', sentence: `There is no operation ${reference}.` };
};

type Ask<C extends CommandName> = (
  known: Known,
  operation: string,
  body: CommandBody<C>,
) => Promise<Omit<Blocker, 'kind'> | undefined>;

/**
 * What only the database knows of a command, asked before it is sent, since the domain reads nothing. Whatever can be decided
 * from the operation's state is decided there.
 */
const ASKED: { readonly [C in CommandName]?: Ask<C> } = {
  linkOperation: ({ reader }, _, { operation }) => another(reader, operation),
  requestMerge: ({ reader }, _, { into }) => another(reader, into),
  recordThreatScore: async ({ reader }, _, { model: named, factors }) => {
    const model = await threatModel(reader, named);
    if (!model) {
      const sentence = `There is no version ${named?.version} of a threat model ${named?.name}: GET /api/v1/threat-models for those there are.`;
      return { code: 'no-such-model', sentence };
    }
    const problems = problemsWith(factors, model);
    return problems.length === 0 ? undefined : { code: 'factors-of-model', sentence: problems.join(' ') };
  },
  eraseText: async ({ reader }, operation, { record }) => {
    const texts = await textsOf(reader, [operation], [record]);
    if (texts.length > 0) return undefined;
    return { code: 'no-such-text', sentence: `${operation} has no text ${record}: take its record from the timeline.` };
  },
  assessNeeds: async ({ needs }, _, body) => {
    const offered = await needs.offered();
    const unknown = body.needs.filter((need) => !offered.includes(need));
    if (unknown.length === 0) return undefined;
    const sentence = `${unknown.join(', ')}: there is no such theme, or it is retired. There are: ${offered.join(', ')}.`;
    return { code: 'no-such-need', sentence };
  },
};

/** Asks what only the database knows of a command. */
@Injectable()
export class Door {
  constructor(
    private readonly readings: Readings,
    private readonly needs: SupportNeeds,
  ) {}

  /**
   * Lets a command in. Whoever may not give it at all is left to be refused for that.
   *
   * @throws Problem `blocked`
   */
  async pass(operation: string, { command, actor, body }: UnsentCommand): Promise<void> {
    const ask = ASKED[command] as Ask<CommandName> | undefined;
    const row: LifecycleRow = lifecycle[command];
    if (!ask || !mayGive(actor, row.roles)) return;
    const blocker = await this.readings.as(actor, (reader) =>
      ask({ reader, needs: this.needs }, operation, body as CommandBody<CommandName>),
    );
    if (blocker) throw refusal([{ kind: 'act', ...blocker }]);
  }
}
