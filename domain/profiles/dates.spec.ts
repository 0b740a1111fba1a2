import fc from 'fast-check';
import { dateOf, dateOfDay, DATE_FORMATS, dayNumber, formatsOf, type DateFormat } from './dates';

const MONTHS = ['January', 'Feb', 'march', 'APR', 'May', 'June', 'Jul', 'aug', 'Sep', 'October', 'Nov', 'Dec'];

function written(date: string, format: DateFormat): string {
  const [year, month, day] = date.split('-') as [string, string, string];
  const name = MONTHS[Number(month) - 1] as string;
  return {
    'dd/mm/yyyy': `${Number(day)}.${month}.${year}`,
    'yyyy-mm-dd': `${date}T23:59:00`,
    'dd-mon-yyyy': `${day}-${name}-${year}`,
    yyyymmdd: `${year}${month}${day} 12:00`,
    'mm/dd/yyyy': `${month}/${day}/${year}`,
  }[format];
}

describe('the date of a record', () => {
  it('is read in every format, whatever the day', () => {
    const day = fc.integer({ min: dayNumber('1900-01-01'), max: dayNumber('2100-12-31') }).map(dateOfDay);
    fc.assert(
      fc.property(day, fc.constantFrom(...DATE_FORMATS), (date, format) => {
        expect(dateOf(written(date, format), format)).toBe(date);
      }),
    );
  });

  it.each([
    ['29/02/2023', 'dd/mm/yyyy'],
    ['29/02/1900', 'dd/mm/yyyy'],
    ['31-Apr-2024', 'dd-mon-yyyy'],
    ['01-Foo-2024', 'dd-mon-yyyy'],
    ['20241301', 'yyyymmdd'],
    ['2024-00-10', 'yyyy-mm-dd'],
    ['2024-10-00', 'yyyy-mm-dd'],
    ['2024-10-101', 'yyyy-mm-dd'],
    ['13/13/2024', 'mm/dd/yyyy'],
    ['yesterday', 'dd/mm/yyyy'],
  ] as const)('is none: %s', (text, format) => {
    expect(dateOf(text, format)).toBeUndefined();
  });

  it('knows leap years', () => {
    expect(dateOf('29/02/2024', 'dd/mm/yyyy')).toBe('2024-02-29');
    expect(dateOf('29/02/2000', 'dd/mm/yyyy')).toBe('2000-02-29');
  });

  it('is British where nothing else is said', () => {
    expect(formatsOf(['01/02/2024', '03/04/2024'])[0]).toBe('dd/mm/yyyy');
    expect(formatsOf(['01/02/2024', '03/14/2024'])).toEqual(['mm/dd/yyyy']);
  });
});
