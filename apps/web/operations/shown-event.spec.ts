import { saidBy } from './shown-event';

const text = (words: string) => ({ digest: 'd', status: 'kept', text: words });
const restricted = { digest: 'd', status: 'restricted' };

describe('what an event says', () => {
  it('is in the order in which people were asked for it, what nobody was asked for first', () => {
    const payload = {
      grounds: text('Collects the rent.'),
      name: text('Péter Minta'),
      roles: ['suspect'],
      subject: 'S1',
    };
    expect(saidBy(payload, {}).map(({ label, text: said }) => [label, said])).toEqual([
      ['Subject', 'S1'],
      ['Roles', 'Suspect'],
      ['Name', 'Péter Minta'],
      ['Grounds', 'Collects the rent.'],
    ]);
  });

  it('of several things is a table that begins with what each is, after all else', () => {
    const shares = [
      { group: 'harm', value: 3, effect: 2, factor: 'physicalHarm' },
      { group: 'likelihood', value: 1, effect: 5, factor: 'scale' },
      { group: 'likelihood', value: 2, effect: 5, factor: 'frequency' },
    ];
    const [rationale, table] = saidBy({ shares, rationale: text('Invented.') }, {});
    expect(rationale).toMatchObject({ label: 'Rationale', text: 'Invented.' });
    expect(table).toMatchObject({
      text: expect.stringMatching(
        /^Factor: Physical harm, Group: Harm, Value: 3, Effect: 2; Factor: Scale, /,
      ) as string,
      table: {
        heads: ['Factor', 'Group', 'Value', 'Effect'],
        rows: [
          ['Physical harm', 'Harm', '3', '2'],
          ['Scale', 'Likelihood', '1', '5'],
          ['Frequency', 'Likelihood', '2', '5'],
        ],
      },
    });
  });

  it('says of a text that may not be read why, wherever it stands', () => {
    const said = saidBy({ counts: [{ offence: 'theft', note: restricted }] }, {});
    expect(said.map(({ label, missing }) => [label, missing])).toEqual([
      ['Counts 1: offence', undefined],
      ['Counts 1: note', 'Restricted: you do not hold the permission to read it'],
    ]);
  });
});
