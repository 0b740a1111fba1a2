import { compared, toldApart } from './compare';
import type { Referral, Score } from './read-referral';

const score = (risk: number, value: number, version = 1) =>
  ({
    ...{ id: 'T1', by: 'an-analyst', confirmedBy: null, risk, harm: value, likelihood: value },
    ...{ confidence: 2, organisationalPosition: 4, rank: 1, of: 2 },
    model: { name: 'a-model', version, title: 'A model' },
    factors: [{ factor: 'scale', group: 'likelihood', question: 'How many?', value, meaning: 'So many.' }],
  }) as unknown as Score;

const referral = (codename: string, given: { grade?: string; score?: Score; matches?: readonly object[] } = {}) =>
  ({
    operation: {
      ...{ reference: `OP-${codename}`, codename, openedAt: '2026-11-01T00:00:00Z' },
      ...{ threatArea: 'county-lines', leadForce: 'norfolk', marking: 'OFFICIAL' },
      referral: { grade: { sourceEvaluation: given.grade ?? '2', intelligenceAssessment: 'B', handlingCode: 'P' } },
      subjects: [
        { id: 'S1', name: { text: `Suspect of ${codename}` }, roles: ['suspect'], identifiers: [], aliases: [] },
      ],
    },
    ...{ score: given.score, scores: [], matches: given.matches ?? [], rescoreDue: false },
  }) as unknown as Referral;

/** What is said of the difference, by the label of its line. */
const saidOf = (a: Referral, b: Referral) =>
  new Map(compared(a, b).flatMap(({ lines }) => lines.map(({ label, difference }) => [label, difference])));

describe('two referrals side by side', () => {
  it('says which is graded better, and what is the same', () => {
    const said = saidOf(referral('Heron', { grade: '1' }), referral('Wren', { grade: '3' }));
    expect(said.get('Source evaluation')).toBe('Heron is graded better');
    expect(said.get('Intelligence assessment')).toBe('The same');
  });

  it('says by how much one is scored higher, factor by factor', () => {
    const said = saidOf(referral('Heron', { score: score(4, 2) }), referral('Wren', { score: score(9, 3) }));
    expect(said.get('Risk')).toBe('Wren is 5 higher');
    expect(said.get('How many?')).toBe('Wren is 1 step higher');
  });

  it('compares no scores of two models, and says which referral has none', () => {
    const two = saidOf(referral('Heron', { score: score(4, 2) }), referral('Wren', { score: score(9, 3, 2) }));
    expect(two.get('Model')).toBe('Scores of two models cannot be compared');
    expect(two.has('How many?')).toBe(false);
    expect(saidOf(referral('Heron', { score: score(4, 2) }), referral('Wren')).get('Risk')).toBe(
      'Wren has no score yet',
    );
  });

  it('names them by their references where they have one code name', () => {
    const grades = ['1', '3'].map((grade) => referral('Heron', { grade })) as [Referral, Referral];
    expect(saidOf(...toldApart(...grades)).get('Source evaluation')).toBe('OP-Heron is graded better');
    expect(toldApart(referral('Heron'), referral('Wren'))[0].operation.codename).toBe('Heron');
  });

  it('names who may be in both', () => {
    const matches = [{ held: false, holder: 'S1', other: { reference: 'OP-Wren', holder: 'S1' }, score: 90 }];
    expect(saidOf(referral('Heron', { matches }), referral('Wren')).get('Named')).toBe(
      'Suspect of Heron (S1) and Suspect of Wren (S1) may be the same (90 of 100)',
    );
    expect(saidOf(referral('Heron'), referral('Wren')).get('Named')).toBe('Nobody is held to be in both');
  });
});
