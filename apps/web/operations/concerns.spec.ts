import { concerns } from './concerns';
import type { CommandName } from '../../../domain/operation/command-schemas';

const text = { record: 'r', digest: 'd', text: 'About S9 and P9', status: 'intact' };
const EVENTS = {
  seizedThere: { type: 'exhibitSeized', payload: { exhibit: 'X7', premises: 'P1', subject: null, description: text } },
  searchedThere: {
    type: 'searchRecorded',
    payload: { search: 'SR2', premises: 'P1', power: 'consent', outcome: text },
  },
  searchedElsewhere: { type: 'searchRecorded', payload: { search: 'SR2', premises: 'P2', power: 'consent' } },
  decided: { type: 'policyDecisionRecorded', payload: { decision: 'PD3', what: text } },
  arrested: { type: 'arrestRecorded', payload: { subject: 'S1', station: 'NOR-WYM' } },
  executed: { type: 'warrantExecuted', payload: { warrant: 'W1' } },
  handedOver: { type: 'exhibitHandedOver', payload: { exhibit: 'X1', from: 'a', to: 'b', handovers: 1 } },
  planned: { type: 'enforcementPlanSigned', payload: { premises: [{ premises: 'P4', address: text }] } },
  dayDebriefed: { type: 'enforcementDayDebriefed', payload: { date: '2026-12-07', debrief: text } },
  advanced: { type: 'stageAdvanced', payload: { from: 'enforcement', to: 'prosecution' } },
  reported: { type: 'intelligenceReported', payload: { report: 'I4', content: text } },
  named: { type: 'subjectAdded', payload: { subject: 'S6', roles: ['suspect'], name: text } },
  productCompleted: { type: 'productCompleted', payload: { product: 'travel', summary: text } },
  assigned: { type: 'teamAssigned', payload: { person: 'somebody', role: 'intelligence-analyst' } },
} as const;
type Happened = keyof typeof EVENTS;

const all = (command: CommandName, body: object, events: readonly Happened[]) =>
  events.map((event) => [event, concerns(command, body, EVENTS[event])] as const);
const expecting = (isOne: boolean, events: readonly Happened[]) => events.map((event) => [event, isOne] as const);

/** The acts of a busy day: nobody is interrupted by what the others do elsewhere, or add. */
describe('what has happened meanwhile', () => {
  it.each<[CommandName, object, readonly Happened[], readonly Happened[]]>([
    [
      'seizeExhibit',
      { kind: 'device', premises: 'P1', subject: null, description: 'S1 is named here' },
      ['seizedThere', 'searchedThere', 'decided', 'arrested', 'executed', 'handedOver', 'reported', 'named'],
      ['planned', 'advanced'],
    ],
    [
      'recordArrest',
      { subject: 'S1', station: 'NOR-WYM' },
      ['seizedThere', 'searchedThere', 'decided', 'executed', 'reported', 'named', 'dayDebriefed'],
      ['arrested', 'planned', 'advanced'],
    ],
    [
      'recordSearch',
      { premises: 'P1', power: 'consent', outcome: 'Nothing' },
      ['seizedThere', 'searchedElsewhere', 'decided', 'arrested'],
      ['searchedThere', 'planned', 'advanced'],
    ],
    ['executeWarrant', { warrant: 'W1' }, ['seizedThere', 'searchedThere', 'arrested'], ['executed', 'planned']],
    ['disposeOfExhibit', { exhibit: 'X1', note: 'Kept' }, ['seizedThere', 'executed'], ['handedOver', 'planned']],
    [
      'recordPolicyDecision',
      { what: 'To execute W1' },
      ['decided', 'seizedThere', 'executed', 'named'],
      ['planned', 'advanced'],
    ],
    ['debriefEnforcementDay', { date: '2026-12-07', debrief: 'x' }, ['executed', 'seizedThere'], ['dayDebriefed']],
    ['completeProduct', { product: 'travel', summary: 'x' }, ['seizedThere', 'reported'], ['productCompleted']],
    ['assignTeam', { person: 'somebody', role: 'x' }, ['seizedThere', 'reported'], ['assigned']],
    [
      'recordIntelligenceReport',
      { content: 'x' },
      ['seizedThere', 'arrested', 'named', 'planned'],
      ['reported', 'advanced'],
    ],
    ['addSubject', { roles: ['suspect'], name: 'x' }, ['seizedThere', 'reported', 'executed'], ['named', 'advanced']],
  ])('does not concern the form of %s %j but where it is about the same', (command, body, not, those) => {
    expect(all(command, body, not)).toEqual(expecting(false, not));
    expect(all(command, body, those)).toEqual(expecting(true, those));
  });

  it.each<CommandName>(['advance', 'close', 'submitReferral', 'signOffPackage', 'approveRollback'])(
    'all concerns %s, which is about the whole operation or needs a second person',
    (command) => {
      const events = Object.keys(EVENTS) as Happened[];
      expect(all(command, {}, events)).toEqual(expecting(true, events));
    },
  );
});
