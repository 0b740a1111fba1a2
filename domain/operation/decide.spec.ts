import { envelopeFor } from '../../test/support/arbitrary-commands';
import { deciding, happens, NOW, operationIn, someone, TEXT } from '../../test/support/decided';
import { decide, isBehind } from './decide';

const state = operationIn('assessment');
const DECLINE = { command: 'decline', body: { rationale: TEXT }, actor: someone('tasking-officer') } as const;

describe('a precondition', () => {
  it('comes first: who looked at another version is told so, not what stands in the way of a version unseen', () => {
    const stranger = someone('administrator');
    expect(deciding(state, 'decline', DECLINE.body, { actor: stranger, ifMatch: 8 }).kind).toBe('conflict');
    expect(deciding(state, 'decline', DECLINE.body, { actor: stranger, ifMatch: 9 }).kind).toBe('blocked');
  });

  it('may be left out', () => {
    const team = { person: 'somebody', role: 'intelligence-analyst' } as const;
    expect(happens(deciding(state, 'assignTeam', team))).toEqual(team);
  });
});

describe('the moment of an act', () => {
  const team = { person: 'somebody', role: 'intelligence-analyst' } as const;
  const at = (happenedAt: string) => deciding(state, 'assignTeam', team, { happenedAt }).kind;

  it('may be this very moment, however it is written, and not one later', () => {
    expect(at(NOW)).toBe('events');
    expect(at('2026-01-05T10:00:00Z')).toBe('events');
    expect(at('2026-01-05T10:00:00.001Z')).toBe('blocked');
  });

  it('is not looked at before stage, role and gates', () => {
    const late = deciding(state, 'close', {}, { happenedAt: '2030-01-01T00:00:00.000Z' });
    expect(late).toMatchObject({ kind: 'blocked', blockers: [{ code: 'stage' }] });
  });
});

describe('deciding', () => {
  it('changes nothing it is given and gives the same again', () => {
    const frozen = JSON.stringify(state);
    const envelope = envelopeFor(DECLINE, 'c1');
    expect(decide(state, envelope, NOW)).toEqual(decide(state, envelope, NOW));
    expect(JSON.stringify(state)).toBe(frozen);
  });

  it('is not for an operation that is behind what its author has seen', () => {
    const seen = (sequence: number) => isBehind(state, { ...envelopeFor(DECLINE, 'c1'), seen: sequence });
    expect([seen(8), seen(9), seen(10)]).toEqual([false, false, true]);
  });
});
