import { searchCondition, soughtBy } from './search';

describe('what somebody looks for', () => {
  it('is a code name, however it is written', () => {
    expect(soughtBy('Derail', 2026)).toEqual({ codename: 'Derail' });
    expect(soughtBy('op', 2026)).toEqual({ codename: 'op' });
  });

  it('is a reference, with or without what all begin with', () => {
    expect(soughtBy('op-2026-0001', 2026)).toMatchObject({ reference: 'OP-2026-0001' });
    expect(soughtBy('2026-0001', 2026)).toMatchObject({ reference: 'OP-2026-0001' });
  });

  it('is the number of a reference, of whatever year', () => {
    expect(soughtBy('000123', 2022).numbered).toEqual(['OP-2020-000123', 'OP-2021-000123', 'OP-2022-000123']);
    expect(soughtBy('1234567', 2020).numbered).toEqual(['OP-2020-1234567']);
  });

  it('is asked of the database by values alone', () => {
    const values: unknown[] = [];
    const place = (value: unknown) => `$${values.push(value)}`;
    expect(searchCondition(soughtBy("2026-'; --", 2026), place)).not.toContain(';');
    expect(values).toContain("2026-'; --");
  });
});
