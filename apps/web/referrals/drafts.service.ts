import { Injectable } from '@nestjs/common';
import { SealedKeys } from '../session/sealed-keys';
import type { Draft } from './draft';

/** How long a draft is kept after its author last changed one of theirs. */
const SECONDS = 30 * 24 * 60 * 60;
/** How long it is remembered what a draft has become, for whoever presses a button twice. */
const REMEMBERED_SECONDS = 24 * 60 * 60;
const AT_MOST_SECONDS = 120;

/** The referrals that people have begun: each author's own, and nobody else's. */
@Injectable()
export class Drafts {
  constructor(private readonly keys: SealedKeys) {}

  /** All of somebody's, the one changed last first. */
  async of(person: string): Promise<readonly Draft[]> {
    const drafts = await this.keys.allIn<Draft>(placeOf(person));
    return [...drafts.values()].sort((a, b) => b.changedAt.localeCompare(a.changedAt));
  }

  async one(person: string, id: string): Promise<Draft | undefined> {
    return (await this.keys.allIn<Draft>(placeOf(person))).get(id);
  }

  async keep(person: string, draft: Draft): Promise<Draft> {
    const kept = { ...draft, changedAt: new Date().toISOString() };
    await this.keys.putIn(placeOf(person), draft.id, kept, SECONDS);
    return kept;
  }

  /** Does something with a draft that is not to be done twice at a time; another tab of its author waits. */
  async alone<T>(id: string, act: () => Promise<T>): Promise<T> {
    return this.keys.alone(`draft:${id}`, AT_MOST_SECONDS, act);
  }

  async forget(person: string, id: string): Promise<void> {
    await this.keys.forgetIn(placeOf(person), id);
  }

  /** Forgets a draft that has become an operation, and remembers which. */
  async become(person: string, id: string, reference: string): Promise<void> {
    await this.keys.put(becomeOf(person, id), reference, REMEMBERED_SECONDS);
    await this.forget(person, id);
  }

  /** The operation that a draft has become a short while ago. */
  async became(person: string, id: string): Promise<string | undefined> {
    return this.keys.get<string>(becomeOf(person, id));
  }
}

const placeOf = (person: string) => `referrals:${person}`;
const becomeOf = (person: string, id: string) => `referral-opened:${person}:${id}`;
