import type { ThreatArea } from '../../domain/operation/codes';
import { ownReference } from './own-reference';
import { type Engine, LIAISON, REFERRAL, SIO, TASKING } from './stack';
import { LOW_THREAT } from './threat-inputs';

/** An operation that is overdue, waits for a second person, and has changed what it said before. */
export async function overseen(
  engine: Engine,
  { threatArea, codename }: { readonly threatArea: ThreatArea; readonly codename: string },
): Promise<string> {
  const reference = ownReference();
  const referral = { ...REFERRAL, threatArea };
  await engine.gateway.open(reference, engine.envelope(TASKING, 'openReferral', referral), null);
  const does = (actor: typeof SIO, command: Parameters<Engine['does']>[2], body: object, when?: string) =>
    engine.does(reference, actor, command, body, when);
  await does(TASKING, 'submitReferral', {});
  await does(TASKING, 'recordThreatScore', { ...LOW_THREAT, rationale: 'Invented.' });
  await does(TASKING, 'confirmThreatScore', { risk: 15 });
  await does(TASKING, 'adopt', { codename, products: ['travel'], rationale: 'Invented.' });
  await does(TASKING, 'assignTeam', { person: SIO.id, role: 'senior-investigating-officer' });
  await does(SIO, 'addSubject', { roles: ['suspect'], name: 'Ilka Invented', grounds: 'Named by two workers.' });
  const plan = { pursue: 'Find who pays the rent.', prevent: 'None.', protect: 'None.', prepare: 'None.' };
  await does(TASKING, 'recordTaskingPlan', plan);
  await does(TASKING, 'recordTaskingPlan', { ...plan, pursue: 'Find who owns the house and pays the rent.' });
  await does(LIAISON, 'openEuropolLiaison', { country: 'HU', purpose: 'Invented purpose.' });
  const message = {
    direction: 'out',
    evaluation: { source: 'A', information: '2' },
    handling: 'H1',
    content: 'Invented.',
  };
  await does(LIAISON, 'recordEuropolMessage', { ...message, replyWithinDays: 10 }, '2020-01-01T00:00:00.000Z');
  await does(SIO, 'completeProduct', { product: 'travel', summary: 'Invented.' });
  await does(SIO, 'submitPackage', { summary: 'Invented.' });
  return reference;
}
