import { randomUUID } from 'node:crypto';
import type { ApiClient } from '../../../apps/cli/api/api-client';
import type { CheckAnswer } from '../../../apps/api/deconfliction/check.schema';
import type { ThreatArea } from '../../../domain/operation/codes';
import type { PersonId } from '../../../platform/embedded/identity/people';
import type { ThreatInputs } from '../../../domain/scoring/score-threat';
import { apiAs, eventually, REFERRAL } from '../stack';

/** A document number that is in nobody else's test. */
export const ownDocument = () => `DOC ${randomUUID().slice(0, 8).toUpperCase()}`;
/** A code name that is in nobody else's test. */
export const ownCodename = () =>
  `Q${randomUUID()
    .replaceAll(/[^a-f]/g, '')
    .padEnd(10, 'q')}`;

/** A person at the API, who prepares what a journey through the pages begins with. */
export class Preparing {
  private readonly api: ApiClient;

  constructor(
    person: PersonId,
    private readonly threatArea: ThreatArea = 'modern-slavery-human-trafficking',
  ) {
    this.api = apiAs(person);
  }

  /** A referral of a force with one suspect, who can be found by a document. */
  async referral(codename: string, { document, leadForce = 'norfolk' }: { document: string; leadForce?: string }) {
    const opened = await this.api.open<{ reference: string }>({
      ...REFERRAL,
      threatArea: this.threatArea,
      codename,
      leadForce,
    });
    const { reference } = opened.body;
    await this.give(reference, 'addSubject', { roles: ['suspect'], name: 'Dávid Próba', grounds: 'Invented.' });
    await this.give(reference, 'addIdentifier', { subject: 'S1', kind: 'document', value: document });
    return reference;
  }

  /** The same, in assessment, with a score. */
  async scored(codename: string, document: string, threat: ThreatInputs): Promise<string> {
    const reference = await this.referral(codename, { document });
    await this.give(reference, 'submitReferral', {});
    await this.give(reference, 'recordThreatScore', { ...threat, rationale: 'Invented.' });
    return reference;
  }

  async give(reference: string, command: string, body: object): Promise<void> {
    const { status, body: answer } = await this.api.command(reference, command, body);
    if (status >= 300) throw new Error(`${command}: ${status} ${JSON.stringify(answer)}`);
  }

  /** Waits until so many operations are found by a document, of those that are seen and those that are not. */
  async found(document: string, hits: number, held: boolean): Promise<void> {
    const items = [{ identifiers: [{ kind: 'document', value: document }] }];
    await eventually('it is in the index', async () => {
      const { body } = await this.api.post<CheckAnswer>('/api/v1/deconfliction/check', { items });
      const [answer] = body.items;
      return answer && answer.hits.length >= hits && (answer.held !== null) === held ? answer : undefined;
    });
  }

  async count(codename: string): Promise<number> {
    const { body } = await this.api.get<{ items: readonly object[] }>(`/api/v1/operations?search=${codename}`);
    return body.items.length;
  }
}
