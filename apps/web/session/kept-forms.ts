import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Typed } from '../forms/field';
import { SealedKeys } from './sealed-keys';

/** How long what was typed is kept for somebody whose session ended in the middle of a form. */
const SECONDS = 8 * 60 * 60;

interface Kept {
  /** For whom the form was made: nobody else gets to see what was typed. */
  readonly by: string;
  readonly typed: Typed;
}

/** Thrown where a form comes from a browser in which somebody else has signed in since it was made. */
export class OthersForm extends Error {
  constructor(readonly owner: string) {
    super('The form was made for somebody else');
  }
}

/** Keeps what was typed into a form that could not be taken, until its author is back. */
@Injectable()
export class KeptForms {
  constructor(private readonly keys: SealedKeys) {}

  /** What a form says of whom it was made for: nobody can write it but we. */
  ownerMark(person: string): string {
    return this.keys.marked(person);
  }

  /** For whom a form was made; nothing where it does not say so, or says what we did not write. */
  ownerOf({ _by: by }: Typed): string | undefined {
    return typeof by === 'string' ? this.keys.unmarked(by) : undefined;
  }

  /** @throws OthersForm where a form was made for somebody else than this person */
  refuseOthers(typed: Typed, person: string): void {
    const owner = this.ownerOf(typed);
    if (owner !== undefined && owner !== person) throw new OthersForm(owner);
  }

  /** Keeps it, and tells by which name it is found again. */
  async keep(by: string, typed: Typed): Promise<string> {
    const id = randomUUID();
    const kept: Kept = { by, typed };
    await this.keys.put(`kept:${id}`, kept, SECONDS);
    return id;
  }

  /** What was typed, for its author. */
  async of(id: string, person: string): Promise<Typed | undefined> {
    const kept = await this.keys.get<Kept>(`kept:${id}`);
    return kept?.by === person ? kept.typed : undefined;
  }
}
