import { Injectable } from '@nestjs/common';
import { commandSchemas } from '../../../domain/operation/command-schemas';
import { Schemas } from '../api-client/schemas';
import { bodyOf, type Errors } from '../forms/body-of';
import { wrongBy, wrongWith } from '../forms/checked';
import { textAt, type Field, type Typed } from '../forms/field';
import { fieldsOf } from '../forms/fields-of';
import type { Schema } from '../forms/schema';
import type { Draft, DraftSubject } from './draft';
import { STEPS, type Step } from './steps';

type Body = Record<string, unknown>;

/** What was typed, as a body, and what is wrong with it. */
export interface Checked {
  readonly body: Body;
  readonly errors: Errors;
}

/** The fields of each page of a referral, from the commands that it becomes, and what is wrong with what was typed into them. */
@Injectable()
export class ReferralForms {
  constructor(private readonly schemas: Schemas) {}

  async ofStep({ command, fields }: Step, typed: Typed): Promise<readonly Field[]> {
    const all = fieldsOf(await this.schemas.bodyOf(command), { typed });
    return fields.flatMap((name) => all.filter(({ path }) => path === name));
  }

  /** A page about one subject: who they are, by what else they are known, and by what they can be identified. */
  async ofSubject(typed: Typed): Promise<readonly Field[]> {
    const [subject, alias, identifier] = await Promise.all(
      ['addSubject', 'addAlias', 'addIdentifier'].map((command) => this.schemas.bodyOf(command)),
    );
    const { happenedAt: _, ...own } = subject?.properties ?? {};
    const { kind, value } = identifier?.properties ?? {};
    const rows = { type: 'object', properties: { kind, value }, required: ['kind', 'value'] } as Schema;
    const whole = {
      properties: {
        name: own['name'],
        aliases: { type: 'array', items: alias?.properties?.['alias'], maxItems: 9 },
        identifiers: { type: 'array', items: rows, maxItems: 20 },
        roles: own['roles'],
        grounds: own['grounds'],
      },
      required: subject?.required ?? [],
    } as Schema;
    return fieldsOf(whole, { typed: { 'identifiers.rows': '1', ...typed } });
  }

  /** One step, judged together with what was typed elsewhere, as far as that is about its own fields. */
  async step(step: Step, typed: Typed, draft?: Draft): Promise<Checked> {
    const fields = await this.ofStep(step, typed);
    if (step.optional && isEmpty(step, typed)) return { body: {}, errors: {} };
    const { body, errors } = bodyOf(fields, typed) as Checked;
    const { happenedAt: _, ...given } = body;
    const others = draft ? await this.others(step, draft) : {};
    const wrong = Object.entries(wrongWith(step.command, { ...others, ...given }));
    const own = wrong.filter(([path]) => step.fields.some((name) => path === name || path.startsWith(`${name}.`)));
    return { body, errors: { ...Object.fromEntries(own), ...errors } };
  }

  async subject(typed: Typed): Promise<Checked> {
    const { body, errors } = bodyOf(await this.ofSubject(typed), typed) as Checked;
    const { aliases = [], identifiers = [], ...own } = body as { aliases?: unknown[]; identifiers?: Body[] };
    const { alias } = commandSchemas.addAlias.shape;
    const identifier = commandSchemas.addIdentifier.omit({ subject: true });
    const wrong = [
      wrongWith('addSubject', own),
      ...aliases.map((one, nth) => wrongBy(alias, one, `aliases.${nth}`)),
      ...identifiers.map((one, nth) => wrongBy(identifier, one, `identifiers.${nth}`)),
    ];
    return { body, errors: { ...Object.assign({}, ...wrong), ...errors } as Errors };
  }

  /** The first page that something is wrong or missing on; nothing where the referral can be opened. */
  async unfinished(
    draft: Draft,
  ): Promise<{ readonly steps: readonly Step[]; readonly subjects: readonly DraftSubject[] }> {
    const steps = await Promise.all(STEPS.map(async (step) => ((await this.hasErrors(step, draft)) ? [step] : [])));
    const subjects = await Promise.all(
      draft.subjects.map(async (one) => (hasAny((await this.subject(one.typed)).errors) ? [one] : [])),
    );
    return { steps: steps.flat(), subjects: subjects.flat() };
  }

  private async hasErrors(step: Step, draft: Draft): Promise<boolean> {
    return hasAny((await this.step(step, draft.steps[step.name] ?? {}, draft)).errors);
  }

  private async others(step: Step, { steps }: Draft): Promise<Body> {
    const others = STEPS.filter(({ name, command }) => name !== step.name && command === step.command);
    const bodies = await Promise.all(
      others.map(
        async (other) => bodyOf(await this.ofStep(other, steps[other.name] ?? {}), steps[other.name] ?? {}).body,
      ),
    );
    const { happenedAt: _, ...all } = Object.assign({}, ...bodies) as Body;
    return all;
  }
}

export const hasAny = (errors: Errors) => Object.keys(errors).length > 0;
const isEmpty = ({ fields }: Step, typed: Typed) => fields.every((name) => textAt(typed, name) === '');
