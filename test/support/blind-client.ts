import fc from 'fast-check';
import { fromSchema, resolved, type BodySchema } from './body-from-schema';

/** What a client knows of an action: nothing but what the API says of it. */
interface Action {
  readonly command: string;
  readonly allowed: boolean;
  readonly blockers: readonly {
    readonly code: string;
    readonly missing?: readonly string[];
    readonly remedies?: readonly string[];
  }[];
  readonly body: Record<string, unknown>;
}

/** One of the people a client can act as. */
export interface Hand {
  actions(): Promise<readonly Action[]>;
  /** Answers whether the command was recorded. */
  give(command: string, body: unknown): Promise<boolean>;
}

/** How many bodies are made up before a command is left alone, and how many times a goal's blockers are gone through. */
const BODIES = 12;
const ROUNDS = 12;
const DEPTH = 12;

/**
 * A client that knows no rule of ours: it asks what can be done, does what the blockers of its goal name as their remedies,
 * and fills each body from its JSON Schema alone.
 */
export class BlindClient {
  private seed = 1;
  readonly given: string[] = [];

  constructor(private readonly hands: readonly Hand[]) {}

  /** Reaches a goal, or answers that it could not. */
  async reach(goal: string, depth = DEPTH): Promise<boolean> {
    for (let round = 0; round < ROUNDS && depth > 0; round++) {
      const action = await this.leastHindered(goal);
      if (action.allowed) return this.does(goal, []);
      for (const { code, missing = [], remedies = [] } of action.blockers)
        for (const remedy of remedies) {
          const left = await this.leastHindered(goal);
          if (left.blockers.some((blocker) => blocker.code === code)) await this.remedy(remedy, missing, depth);
        }
    }
    return false;
  }

  private async remedy(command: string, missing: readonly string[], depth: number): Promise<void> {
    const action = await this.leastHindered(command);
    if (!action.allowed) await this.reach(command, depth - 1);
    else for (const one of missing.length > 0 ? missing : [undefined]) await this.does(command, one ? [one] : []);
  }

  /** Gives a command, as anyone who may, with made-up bodies about what is named, until one is recorded. */
  private async does(command: string, about: readonly string[]): Promise<boolean> {
    for (const hand of this.hands) {
      const action = (await hand.actions()).find((one) => one.command === command);
      if (!action?.allowed) continue;
      const bodies = fc.sample(fromSchema(preferring(resolved(action.body), about)), {
        numRuns: BODIES,
        seed: this.seed++,
      });
      for (const body of bodies)
        if (await hand.give(command, body)) {
          this.given.push(command);
          return true;
        }
    }
    return false;
  }

  /** What is said of a command to whoever has least in the way. */
  private async leastHindered(command: string): Promise<Action> {
    const told = await Promise.all(this.hands.map((hand) => hand.actions()));
    const found = told
      .flat()
      .filter((action) => action.command === command)
      .sort((a, b) => a.blockers.length - b.blockers.length);
    if (!found[0]) throw new Error(`No action is called ${command}`);
    return found[0];
  }
}

/** A body's schema in which each choice that offers what is named offers nothing else. */
function preferring(schema: BodySchema, about: readonly string[]): BodySchema {
  const named = schema.enum?.filter((one) => about.includes(String(one))) ?? [];
  return {
    ...schema,
    ...(named.length > 0 ? { enum: named } : {}),
    ...(schema.anyOf ? { anyOf: schema.anyOf.map((one) => preferring(one, about)) } : {}),
    ...(schema.items ? { items: preferring(schema.items, about) } : {}),
    ...(schema.properties
      ? {
          properties: Object.fromEntries(
            Object.entries(schema.properties).map(([name, one]) => [name, preferring(one, about)]),
          ),
        }
      : {}),
  };
}
