import { HIGH_THREAT } from '../../../../test/support/threat-inputs';
import { blockersOf, deciding, happens, operationIn, TEXT } from '../../../../test/support/decided';
import { scoreThreat } from '../../../scoring/morile.v1';
import { commandSchemas } from '../../command-schemas';

const assessment = scoreThreat(HIGH_THREAT);
const scored = operationIn('assessment', { score: { assessment, by: 'analyst', confirmedBy: null } });
const confirmed = operationIn('assessment', { score: { assessment, by: 'analyst', confirmedBy: 'officer' } });
const ADOPT = { codename: 'Example', products: ['telecoms' as const], rationale: TEXT };

describe('the threat score', () => {
  it('is recorded as its activity worked it out, with its inputs', () => {
    const recorded = deciding(
      operationIn('assessment'),
      'recordThreatScore',
      { ...HIGH_THREAT, rationale: TEXT },
      { prepared: assessment },
    );
    expect(happens(recorded)).toEqual({ assessment, rationale: TEXT });
  });

  it('is confirmed by naming it', () => {
    expect(happens(deciding(scored, 'confirmThreatScore', { risk: 150 }))).toEqual({ risk: 150 });
    expect(blockersOf(deciding(scored, 'confirmThreatScore', { risk: 149 }))).toEqual(['another-risk']);
  });

  it('is confirmed once', () => {
    expect(blockersOf(deciding(confirmed, 'confirmThreatScore', { risk: 150 }))).toEqual(['already-confirmed']);
  });

  it('cannot be confirmed before there is one', () => {
    expect(blockersOf(deciding(operationIn('assessment'), 'confirmThreatScore', { risk: 0 }))).toEqual([
      'score-recorded',
    ]);
  });

  it('refuses factors outside their scale', () => {
    const body = { ...HIGH_THREAT, rationale: 'Invented.', factors: { ...HIGH_THREAT.factors, scale: 5 } };
    expect(commandSchemas.recordThreatScore.safeParse(body).error?.issues[0]?.path).toEqual(['factors', 'scale']);
  });
});

describe('the tasking decision', () => {
  it.each(['adopt', 'decline'] as const)('to %s needs a confirmed score', (command) => {
    const body = command === 'adopt' ? ADOPT : { rationale: TEXT };
    expect(blockersOf(deciding(scored, command, body as never))).toEqual(['score-confirmed']);
    expect(deciding(confirmed, command, body as never).kind).toBe('events');
  });

  it('names each product once, and at least one', () => {
    const products = (list: readonly string[]) =>
      commandSchemas.adopt.safeParse({ ...ADOPT, rationale: 'Invented.', products: list }).success;
    expect(products(['telecoms', 'network'])).toBe(true);
    expect(products(['telecoms', 'telecoms'])).toBe(false);
    expect(products([])).toBe(false);
  });
});

describe('what tasking records beside its decision', () => {
  it('is the 4P plan, in all its strands', () => {
    const plan = { pursue: TEXT, prevent: TEXT, protect: TEXT, prepare: TEXT };
    expect(happens(deciding(operationIn('assessment'), 'recordTaskingPlan', plan))).toEqual(plan);
    const written = { pursue: 'Invented.', prevent: 'Invented.', protect: 'Invented.' };
    expect(commandSchemas.recordTaskingPlan.safeParse(written).error?.issues[0]?.path).toEqual(['prepare']);
  });

  it.each(['ocg', 'priority-individual'] as const)('is the target, by number and band: %s', (kind) => {
    const state = operationIn('assessment', { targets: [{ id: 'G1', kind: 'ocg', band: 'B2' }] });
    const body = { kind, band: 'A1', rationale: TEXT };
    expect(happens(deciding(state, 'adoptTarget', body))).toEqual({ target: 'G2', ...body });
  });
});
