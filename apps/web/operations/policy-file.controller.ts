import { Controller, Get, Param, Req } from '@nestjs/common';
import type { ShownEvent } from '../../api/timeline/timeline.read';
import { View, type Answer } from '../http/view';
import type { WebRequest } from '../session/session';
import { readActions, readEvents, readOperation } from './read-operation';
import { SECTIONS } from './sections';
import { words, type Value } from './cards/card';
import type { Event } from './cards/known';

type Kind = 'policyDecisionRecorded' | 'enforcementPlanSigned';

/** One decision of the policy file. */
interface Entry {
  readonly id: string;
  readonly title: string;
  readonly decision: readonly Value[];
  readonly reasons: readonly Value[];
  readonly at: string;
  readonly recordedAt: string;
  readonly by: string;
}

/** The policy file of an operation as a document: every decision with its reasons, in order, to be read and printed. */
@Controller('operations/:reference/policy-file')
export class PolicyFileController {
  @Get()
  async read(@Req() { api }: WebRequest, @Param('reference') reference: string): Promise<Answer> {
    const [operation, events, actions] = await Promise.all([
      readOperation(api, reference),
      readEvents(api, reference, ['policyDecisionRecorded', 'enforcementPlanSigned'] satisfies Kind[]),
      readActions(api, reference, ['recordPolicyDecision'], { bodies: false }),
    ]);
    return new View('operations/policy-file.njk', {
      operation,
      entries: events.map(entryOf),
      actions: actions.items.filter(({ allowed }) => allowed),
      now: new Date().toISOString(),
      sections: SECTIONS,
      current: 'enforcement',
    });
  }
}

function entryOf(event: ShownEvent): Entry {
  const { happenedAt: at, occurredAt: recordedAt, actor: by, sequence } = event;
  const of = { at, recordedAt, by };
  const told = event as unknown as Event<Kind>;
  if (told.type === 'enforcementPlanSigned') {
    const { plan, policyFile } = told.payload;
    return {
      ...of,
      id: `plan-${sequence}`,
      title: 'Enforcement plan',
      decision: words(plan),
      reasons: words(policyFile),
    };
  }
  const { decision, what, reasons } = told.payload;
  return { ...of, id: decision, title: `Decision ${decision}`, decision: words(what), reasons: words(reasons) };
}
