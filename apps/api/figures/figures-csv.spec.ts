import { figuresCsv } from './figures-csv';
import { figuresOf } from './figures-of';
import { DEFINITIONS } from './figures.schema';

const found = figuresOf(
  {
    operations: [{ by: 'byStage', name: 'assessment', count: 3 }],
    timeInStage: [{ name: 'referral', count: 2, median: 1.25, ninetieth: 4.06 }],
    decisions: [{ name: 'withdrawn', count: 1, median: null, ninetieth: null }],
    disruptions: [],
    victims: [],
    outcomes: [
      { name: 'arrestRecorded', count: 5 },
      { name: 'discontinued', count: 1 },
      { name: 'orderMade', count: 2 },
    ],
    money: [
      { name: 'confiscation', pence: 680_000 },
      { name: 'cash', pence: 4_358 },
    ],
    benefit: [],
    sentences: [
      { name: 'suspended', count: 1, months: 12, days: 3 },
      { name: 'immediate-custody', count: 2, months: 80, days: 0 },
    ],
    scorerAgreement: [
      { model: 'ours 1', month: '2026-01', factors: 2, first: 0, second: 0, count: 1 },
      { model: 'ours 1', month: '2026-01', factors: 2, first: 4, second: 4, count: 1 },
      { model: 'ours 1', month: '2026-02', factors: 2, first: 0, second: 4, count: 1 },
      { model: 'ours 1', month: '2026-02', factors: 2, first: 4, second: 0, count: 1 },
    ],
  },
  { leadForce: 'kent' },
  '2026-01-05T10:00:00.000Z',
);

describe('the figures', () => {
  it('have a number for every code, days to one decimal, and sums', () => {
    expect(found.operations).toMatchObject({
      total: 3,
      byStage: { assessment: 3, closed: 0 },
      byLeadForce: { kent: 0 },
    });
    expect(found.timeInStage.referral).toEqual({ count: 2, medianDays: 1.3, ninetiethPercentileDays: 4.1 });
    expect(found.disruptions.ocg).toEqual({ major: 0, moderate: 0, minor: 0, none: 0, negative: 0 });
    expect(found.victims).toEqual({ recorded: 0, notified: 0, safeguarded: 0 });
    expect(found.outcomes).toMatchObject({
      suspects: { arrested: 5, discontinued: 1, charged: 0 },
      orders: { made: 2, breached: 0 },
    });
    expect(found.money).toMatchObject({ confiscationPence: 680_000, recoveredPence: { cash: 4_358, vehicle: 0 } });
    expect(found.benefit).toEqual({
      ...{ operations: 0, victims: 0, pence: 0, lowestPencePerDay: null, highestPencePerDay: null },
    });
    expect(found.scorerAgreement).toEqual({
      'ours 1': {
        pairs: 2,
        kappa: 0,
        byMonth: { '2026-01': { pairs: 1, kappa: 1 }, '2026-02': { pairs: 1, kappa: -1 } },
      },
    });
    expect(found.sentences.total).toEqual({ count: 3, months: 92, days: 3 });
  });

  it('are one line each as CSV, with the definition; what cannot be measured is empty', () => {
    const lines = figuresCsv(found).split('\r\n');
    expect(lines.slice(0, 6)).toEqual([
      'figure,of,value,definition',
      'asked,madeAt,2026-01-05T10:00:00.000Z,',
      'asked,from,,',
      'asked,to,,',
      'asked,leadForce,kent,',
      'asked,threatArea,,',
    ]);
    expect(lines).toContain(`decisions,withdrawn.count,1,"${DEFINITIONS.decisions}"`);
    expect(lines).toContain(`decisions,withdrawn.medianDays,,"${DEFINITIONS.decisions}"`);
    expect(lines).toContain(`sentences,suspended.months,12,"${DEFINITIONS.sentences}"`);
  });
});
