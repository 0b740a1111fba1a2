import { contactNetwork } from './contact-network';
import { firstContacts } from './first-contact';
import { NETWORK_CAVEAT, networkSummary } from './network-summary';

const byHour = (hour: number, messages: number) => Array.from({ length: 24 }, (_, at) => (at === hour ? messages : 0));

const network = contactNetwork([
  {
    sender: 'S',
    recipient: 'V',
    messages: 1_200,
    first: '2026-01-05T20:00:00Z',
    last: '2026-03-02T20:30:00Z',
    byMonth: { '2026-01': 200, '2026-02': 1_000 },
    byHour: byHour(23, 1_200),
  },
  {
    sender: 'V',
    recipient: 'S',
    messages: 1,
    first: '2026-01-06T07:05:00Z',
    last: '2026-01-06T07:05:00Z',
    byMonth: { '2026-01': 1 },
    byHour: byHour(7, 1),
  },
  { sender: 'X', recipient: null, messages: 3, first: null, last: null, byMonth: {}, byHour: byHour(0, 0) },
]);
const contacts = firstContacts(
  ['S'],
  ['V'],
  [
    {
      sender: 'S',
      recipient: 'V',
      day: '2026-01-05',
      messages: 200,
      first: '2026-01-05T20:00:00Z',
      last: '2026-01-05T20:00:00Z',
    },
    {
      sender: 'V',
      recipient: 'S',
      day: '2026-01-06',
      messages: 1,
      first: '2026-01-06T07:05:00Z',
      last: '2026-01-06T07:05:00Z',
    },
    {
      sender: 'S',
      recipient: 'V',
      day: '2026-03-02',
      messages: 1_000,
      first: '2026-03-02T20:30:00Z',
      last: '2026-03-02T20:30:00Z',
    },
  ],
);
const labelOf = (id: string) => ({ S: 'Zoli (+36301234567)', V: 'Kati' })[id] ?? id;
const summary = (parts: object = {}) =>
  networkSummary({
    network,
    central: ['Zoli has one contact.'],
    firstContacts: contacts,
    source: 'exhibit JDS/4 of operation OP-2026-014',
    labelOf,
    ...parts,
  });

describe('a contact network in words', () => {
  it('says where it is from and that a handset is not a person', () => {
    expect(summary()).toContain('From the messages of exhibit JDS/4 of operation OP-2026-014.');
    expect(summary()).toContain(NETWORK_CAVEAT);
  });

  it('says who wrote to whom, when and how often', () => {
    expect(summary()).toContain(
      '- Zoli (+36301234567) and Kati: 1,201 messages from 5 January 2026 to 2 March 2026; 1,200 from Zoli (+36301234567), 1 from Kati; most often between 23:00 and 00:00; busiest month 2026-02 (1,000).\n',
    );
  });

  it('says who began, when it was answered, and how long it was silent', () => {
    expect(summary()).toContain(
      '- Zoli (+36301234567) (suspect) wrote first to Kati (potential victim), on 5 January 2026 at 20:00 UTC; the first answer is of 6 January 2026 at 07:05 UTC; 1,200 from the suspect, 1 from the potential victim, on 3 days, the last on 2 March 2026 at 20:30 UTC; contact never became daily; 1 silence, the longest of 54 days between 6 January 2026 and 2 March 2026.\n',
    );
  });

  it('says what is not known', () => {
    expect(summary()).toContain(
      '- Of 3 messages the sender or the recipient is not known: they are in no pair above.\n',
    );
    expect(summary()).toContain('- Of 1 party no message has a time that can be read.\n');
    expect(summary()).toContain('deleted messages');
  });

  it('says how many pairs it leaves out', () => {
    expect(summary()).toContain('WHO WROTE TO WHOM\n');
    expect(summary({ ties: 0 })).toContain('WHO WROTE TO WHOM (0 OF 1 PAIR)\n');
  });

  it('says so where there is nothing', () => {
    const empty = summary({ network: contactNetwork([]), central: [], firstContacts: [] });
    expect(empty).toContain('0 messages between 0 parties');
    expect(empty).toContain('No time of a message can be read.');
    expect(empty).toContain('Nobody who was named as a suspect has a message');
  });
});
