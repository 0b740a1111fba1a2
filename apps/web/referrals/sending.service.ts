import { Injectable } from '@nestjs/common';
import type { CommandAnswer } from '../../api/commands/command.schema';
import type { Api } from '../api-client/api';
import { ApiProblem } from '../api-client/problem';
import { pathOf } from '../operations/read-operation';
import { actsOf } from './acts';
import { referenceOf, type Act, type Done, type Draft } from './draft';
import { Drafts } from './drafts.service';
import { ReferralForms } from './referral-forms';

/** Problems by which it is not known whether an act was recorded, or that pass: it is sent again, as it was. */
const AGAIN = ['unavailable', 'too-busy', 'unauthenticated', 'step-up', 'internal'];

/** Makes an operation of a draft. */
@Injectable()
export class Sending {
  constructor(
    private readonly drafts: Drafts,
    private readonly referrals: ReferralForms,
  ) {}

  /**
   * Sends whatever has not been sent, one act after the other, and notes what came of each before it goes on. What breaks off
   * goes on where it was when it is called again.
   *
   * @throws ApiProblem where the opening is refused, when the draft can be changed again; and where no answer came
   */
  async send(api: Api, person: string, begun: Draft): Promise<Draft> {
    const { acts: _, ...unsent } = begun;
    let draft = begun.acts
      ? begun
      : await this.drafts.keep(person, { ...begun, acts: await actsOf(begun, this.referrals) });
    for (const [nth, act] of (draft.acts ?? []).entries()) {
      if (act.done) continue;
      const done = await this.given(api, draft, act).catch(async (error: unknown) => {
        if (nth === 0 && error instanceof ApiProblem && !AGAIN.includes(error.kind))
          await this.drafts.keep(person, unsent);
        throw error;
      });
      const acts = (draft.acts ?? []).map((one) => (one === act ? { ...one, done } : one));
      draft = await this.drafts.keep(person, { ...draft, acts });
    }
    return draft;
  }

  private async given(api: Api, draft: Draft, act: Act): Promise<Done> {
    const reference = referenceOf(draft);
    if (reference === undefined) {
      const opened = await api.post<CommandAnswer>('/api/v1/operations', act.body, { key: act.key });
      return { recorded: true, names: opened.reference };
    }
    const body = bodyIn(draft, act);
    if (!body) return { recorded: false, why: 'The subject that this is about was not recorded.' };
    try {
      const path = pathOf(reference, `/commands/${act.command}`);
      const { events } = await api.post<CommandAnswer>(path, body, { key: act.key });
      return { recorded: true, names: String(events[0]?.payload['subject'] ?? '') };
    } catch (error) {
      if (!(error instanceof ApiProblem) || AGAIN.includes(error.kind)) throw error;
      return { recorded: false, why: saidOf(error) };
    }
  }
}

/** The body of an act; nothing where it is about a subject that was not recorded. */
function bodyIn({ acts = [] }: Draft, act: Act): object | undefined {
  if (act.command === 'addSubject' || act.subject === undefined) return act.body;
  const { done } = acts.find(({ command, subject }) => command === 'addSubject' && subject === act.subject) ?? {};
  return done?.recorded ? { subject: done.names, ...act.body } : undefined;
}

function saidOf({ problem }: ApiProblem): string {
  const said = [
    ...(problem.blockers ?? []).map(({ sentence }) => sentence),
    ...(problem.errors ?? []).map(({ message }) => message),
  ];
  return said.join(' ') || (problem.detail ?? problem.title);
}
