/** Acts that offences are charged under, as their codes begin. */
const ACTS: Readonly<Record<string, string>> = {
  MSA2015: 'Modern Slavery Act 2015',
  SOA2003: 'Sexual Offences Act 2003',
  SCA2015: 'Serious Crime Act 2015',
  IA1971: 'Immigration Act 1971',
  POCA2002: 'Proceeds of Crime Act 2002',
  MDA1971: 'Misuse of Drugs Act 1971',
  OAPA1861: 'Offences against the Person Act 1861',
  FA1968: 'Firearms Act 1968',
  TA1968: 'Theft Act 1968',
  CLA1977: 'Criminal Law Act 1977',
  PHA1997: 'Protection from Harassment Act 1997',
};

/** An offence as people write it: “Modern Slavery Act 2015 s. 2”. */
export function offenceText(code: string): string {
  const [act = '', section = ''] = code.split('-s');
  const named = ACTS[act];
  return named === undefined || section === '' ? code : `${named} s. ${section}`;
}
