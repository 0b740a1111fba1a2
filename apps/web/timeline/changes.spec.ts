import { changesOf, earlierThan } from './changes';
import { differenceOf } from './difference';

const NAMES = { S1: 'Invented Person' };

const event = (sequence: number, type: string, payload: Record<string, unknown>) => ({
  ...{ sequence, type, payload, happenedAt: '2026-01-01T10:00:00.000Z', actor: 'analyst-norfolk' },
});
const text = (words: string | null, status = 'intact') => ({ record: 'r', digest: 'd', text: words, status });
const sides = (changes: ReturnType<typeof changesOf>) =>
  changes.map(({ label, before, now }) => [
    label,
    ...[before, now].map((side) => side.map((one) => one.text).join('')),
  ]);

describe('what an event has changed', () => {
  it('is compared with what was said before of the operation, by whichever event said it', () => {
    const events = [
      event(1, 'referralOpened', { marking: 'OFFICIAL', leadForce: 'norfolk' }),
      event(2, 'markingChanged', { marking: 'SECRET', reason: text('Invented.') }),
      event(3, 'markingChanged', { marking: 'OFFICIAL-SENSITIVE', reason: text('Another.') }),
    ];
    const [first, second, third] = events as [never, never, never];
    expect(changesOf(first, events, NAMES)).toEqual([]);
    expect(changesOf(second, events, NAMES)).toEqual([
      {
        label: 'Protective marking',
        before: [{ text: 'OFFICIAL', changed: true }],
        now: [{ text: 'SECRET', changed: true }],
        since: {
          sequence: 1,
          type: 'referralOpened',
          happenedAt: '2026-01-01T10:00:00.000Z',
          actor: 'analyst-norfolk',
        },
      },
    ]);
    expect(changesOf(third, events, NAMES)[0]?.since?.sequence).toBe(2);
  });

  it('is compared with what was said of the same thing alone', () => {
    const events = [
      event(1, 'disclosureItemListed', { item: 'U1', description: text('A red van') }),
      event(2, 'disclosureItemListed', { item: 'U2', description: text('A bicycle') }),
      event(3, 'disclosureItemAmended', { item: 'U1', description: text('A blue van') }),
    ];
    expect(sides(changesOf(events[2] as never, events, NAMES))).toEqual([['Description', 'A red van', 'A blue van']]);
  });

  it('is nothing where it says the same again, or what is no change', () => {
    const plea = (sequence: number, said: string) => event(sequence, 'pleaRecorded', { subject: 'S1', plea: said });
    expect(changesOf(plea(2, 'guilty'), [plea(1, 'guilty')], NAMES)).toEqual([]);
    const visit = (sequence: number) =>
      event(sequence, 'orderPoliced', { order: 'R1', note: text(`Visit ${sequence}`) });
    expect(changesOf(visit(2), [visit(1)], NAMES)).toEqual([]);
  });

  it('names each row of what was there and is there', () => {
    const plan = (sequence: number, ...addresses: string[]) =>
      event(sequence, 'enforcementPlanSigned', {
        plan: text('The plan'),
        premises: addresses.map((address, nth) => ({
          premises: `P${nth + 1}`,
          address: text(address),
          power: 'pace-s17',
        })),
      });
    expect(sides(changesOf(plan(2, '1 Street'), [plan(1, '1 Road', '2 Road')], NAMES))).toEqual([
      ['Premises 1: address', '1 Road', '1 Street'],
      ['Premises 2: premises', 'P2', ''],
      ['Premises 2: address', '2 Road', ''],
      ['Premises 2: power', 'PACE 1984 s. 17', ''],
    ]);
  });

  it('is said by the event itself where that names both', () => {
    const moved = event(9, 'stageAdvanced', { from: 'intelligence-build', to: 'enforcement' });
    expect(sides(changesOf(moved, [], NAMES))).toEqual([['Stage', 'Intelligence build', 'Enforcement']]);
  });

  it('asks for no more than can have said it', () => {
    expect(earlierThan(event(7, 'disclosureItemAmended', { item: 'U1' }))).toEqual({
      ...{ type: 'disclosureItemAmended,disclosureItemListed', before: 7, order: 'desc', limit: 100, about: 'U1' },
    });
    expect(earlierThan(event(7, 'orderPoliced', { order: 'R1' }))).toBeUndefined();
  });
});

describe('the difference of two texts', () => {
  const said = (words: string, missing?: string) => ({
    ...{ field: 'note', label: 'Note', text: words },
    ...(missing === undefined ? {} : { missing }),
  });

  it('is told word by word, each side whole', () => {
    expect(differenceOf(said('The red van left.'), said('The blue van came and left.'))).toEqual({
      before: [
        { text: 'The ', changed: false },
        { text: 'red', changed: true },
        { text: ' van ', changed: false },
        { text: 'left.', changed: false },
      ],
      now: [
        { text: 'The ', changed: false },
        { text: 'blue', changed: true },
        { text: ' van ', changed: false },
        { text: 'came and ', changed: true },
        { text: 'left.', changed: false },
      ],
    });
  });

  it('is none between equals, and all of what was not there before', () => {
    expect(differenceOf(said('Same.'), said('Same.'))).toBeUndefined();
    expect(differenceOf(undefined, said('New.'))).toEqual({ before: [], now: [{ text: 'New.', changed: true }] });
  });

  it('shows why a text is not there, and takes that for no change of it', () => {
    expect(differenceOf(said('', 'Restricted'), said('New.'))).toEqual({
      before: [{ text: 'Restricted', changed: false }],
      now: [{ text: 'New.', changed: true }],
    });
  });

  it('gives up on texts that nobody compares word by word', () => {
    const [one, other] = ['one ', 'other '].map((word) => word.repeat(5_000));
    expect(differenceOf(said(one as string), said(other as string))?.before).toHaveLength(1);
  });
});
