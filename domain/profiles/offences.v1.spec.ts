import { areasOf, bitsOf, PROFILE_AREAS } from './areas.v1';
import { OFFENCES, offenceOf, type Offence } from './offences.v1';

const of = (written: string) => offenceOf(written) as Offence;

describe('the table of offences', () => {
  it.each([
    ['19C', 1825],
    ['19E', 2920],
    ['OAPA 1861 s.18', 1095],
    ['oapa1861 s.20', 182],
    ['8N s.47', 10],
    ['MSA 2015 s.1, s.2', 182],
    ['071 13-15', 365],
    ['92A', 547.5],
    ['81', 1825],
    ['SCA 2015 s.76', 10],
  ])('has the harm of %s in days, as DOMAIN §2 has it', (written, days) => {
    expect(of(written).cchi).toBe(days);
  });

  it('knows no harm of what has no value at hand, and no offence that it does not have', () => {
    expect(of('36').cchi).toBeNull();
    expect(of('IA 1971 s.25').cchi).toBeNull();
    expect(of('8N').cchi).toBeNull();
    expect(offenceOf('LOCAL-7')).toBeUndefined();
  });

  it('has each code and law once', () => {
    const keys = OFFENCES.flatMap(({ code, law }) => [code, ...(law === undefined ? [] : [law])]);
    expect(new Set(keys).size).toBe(keys.length);
    for (const offence of OFFENCES) expect(offenceOf(offence.code)).toBe(offence);
  });

  it('counts a crime where it belongs, by what it is and whom it was against', () => {
    expect(areasOf(of('19C')).always).toContain('violence-against-women-and-girls');
    expect(areasOf(of('8N s.47'))).toMatchObject({
      always: [],
      female: ['violence-against-women-and-girls'],
      child: [],
    });
    expect(areasOf(of('17A'))).toMatchObject({
      always: ['sexual-offender-management'],
      child: ['child-sexual-exploitation'],
    });
    expect(areasOf(of('106')).always).toEqual(['modern-slavery-human-trafficking']);
    expect(areasOf(of('46'))).toEqual({ always: [], female: [], child: [] });
    expect(bitsOf(PROFILE_AREAS)).toBe(127);
  });
});
