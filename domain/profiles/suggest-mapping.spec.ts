import { LAYOUTS } from '../../samples/force-data/layouts';
import { mapping as mappingSchema } from './mapping.schema';
import { isRejection, rowReader } from './read-row';
import { suggestMapping } from './suggest-mapping';

describe('a suggested mapping', () => {
  it.each(LAYOUTS.map((layout) => [layout.force, layout] as const))(
    'reads the layout of %s without a question',
    (force, layout) => {
      const row = (kind: 'crime' | 'missing', role: 'suspect' | 'missing') =>
        layout.columns.map(([, holds]) => {
          const said: Readonly<Record<string, string>> = {
            ...{
              kind: layout.kinds[kind],
              role: layout.roles[role],
              reference: 'X/1',
              'comma-name': 'Example, Anna',
              sex: layout.sexes.female,
            },
            ...{
              given: 'Anna',
              surname: 'Example',
              occurred: DATES[layout.dates],
              birth: DATES[layout.dates],
              offence: '8Q',
            },
          };
          return said[holds] ?? '';
        });
      const header = layout.columns.map(([title]) => title);
      const { mapping, asks, unread } = suggestMapping(force, layout.delimiter, header, [
        row('crime', 'suspect'),
        row('missing', 'missing'),
      ]);
      expect(asks).toEqual([]);
      expect(unread).toEqual(header.filter((title) => title === 'Officer Notes'));
      const read = rowReader(mappingSchema.parse(mapping), header, '2026-12-31')(row('crime', 'suspect'));
      expect(isRejection(read)).toBe(false);
      expect(read).toMatchObject({
        ...{ kind: 'crime', role: 'suspect', reference: 'X/1', given: 'Anna', surname: 'Example', sex: 'female' },
        ...{ occurred: '2026-03-28', birth: '2026-03-28', offence: '8Q' },
      });
    },
  );

  it('asks for what it cannot find out, and does not guess', () => {
    const { asks, mapping } = suggestMapping(
      'norfolk',
      ',',
      ['Ref', 'Type', 'Role', 'Surname', 'When'],
      [['1', 'Crime', 'Bystander', 'X', '1']],
    );
    expect(asks).toEqual(['Say which column holds: occurred.', 'Say what “bystander” means.']);
    expect(mapping.columns.occurred).toBeUndefined();
  });

  it('takes the day of British dates for first, unless the column says otherwise', () => {
    const of = (...dates: string[]) =>
      suggestMapping(
        'norfolk',
        ',',
        ['Date'],
        dates.map((date) => [date]),
      ).mapping.dates;
    expect(of('01/02/2024')).toBe('dd/mm/yyyy');
    expect(of('01/02/2024', '02/28/2024')).toBe('mm/dd/yyyy');
    expect(of('31/02/2024')).toBeUndefined();
  });
});

const DATES = {
  'dd/mm/yyyy': '28/03/2026',
  'yyyy-mm-dd': '2026-03-28',
  'dd-mon-yyyy': '28-Mar-2026',
  yyyymmdd: '20260328',
  'mm/dd/yyyy': '03/28/2026',
} as const;
