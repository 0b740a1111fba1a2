import * as fc from 'fast-check';
import { firstContacts, type DayCount } from './first-contact';

const on = (sender: string, recipient: string, day: string, messages = 1, time = '09:00:00'): DayCount => ({
  sender,
  recipient,
  day,
  messages,
  first: `${day}T${time}Z`,
  last: `${day}T${time}Z`,
});
const march = (day: number) => `2026-03-${String(day).padStart(2, '0')}`;

describe('first contact between a suspect and a potential victim', () => {
  it('has the first message each way, who began, and how many there are', () => {
    expect(
      firstContacts(
        ['S'],
        ['V'],
        [
          on('V', 'S', march(2), 1),
          on('S', 'V', march(1), 4),
          on('S', 'V', march(3), 2),
          on('S', 'other', march(1), 9),
        ],
      ),
    ).toEqual([
      {
        suspect: 'S',
        potentialVictim: 'V',
        firstFromSuspect: '2026-03-01T09:00:00Z',
        firstFromVictim: '2026-03-02T09:00:00Z',
        began: 'suspect',
        fromSuspect: 6,
        fromVictim: 1,
        last: '2026-03-03T09:00:00Z',
        days: 3,
        daysUntilDaily: null,
        silences: [],
      },
    ]);
  });

  it.each([
    [[on('V', 'S', march(1), 1, '08:59:59'), on('S', 'V', march(1))], 'potential victim'],
    [[on('V', 'S', march(1)), on('S', 'V', march(1))], 'both'],
    [[on('V', 'S', march(4))], 'potential victim'],
    [[on('S', 'V', march(4))], 'suspect'],
  ] as const)('says who began (%#)', (counts, began) => {
    expect(firstContacts(['S'], ['V'], counts)).toMatchObject([{ began }]);
  });

  it('is daily from the first day of so many days running, whoever wrote', () => {
    const counts = [1, 5, 6, 7, 8].map((day) => (day % 2 === 0 ? on('S', 'V', march(day)) : on('V', 'S', march(day))));
    expect(firstContacts(['S'], ['V'], counts, { dailyRun: 4 })).toMatchObject([{ daysUntilDaily: 4 }]);
    expect(firstContacts(['S'], ['V'], counts, { dailyRun: 5 })).toMatchObject([{ daysUntilDaily: null }]);
    expect(firstContacts(['S'], ['V'], counts, { dailyRun: 1 })).toMatchObject([{ daysUntilDaily: 0 }]);
  });

  it('counts the days of a silence over ends of months and of summer time', () => {
    const counts = ['2026-03-20', '2026-04-04', '2026-04-06', '2026-05-20'].map((day) => on('S', 'V', day));
    expect(firstContacts(['S'], ['V'], counts)[0]?.silences).toEqual([
      { from: '2026-04-06', until: '2026-05-20', days: 43 },
      { from: '2026-03-20', until: '2026-04-04', days: 14 },
    ]);
    expect(firstContacts(['S'], ['V'], counts, { silence: 15 })[0]?.silences).toHaveLength(1);
  });

  it('has nothing of two who have no message, nor of somebody with themselves', () => {
    expect(firstContacts(['S', 'V'], ['V'], [on('V', 'V', march(1)), on('S', 'X', march(1))])).toEqual([]);
  });

  it('has the earliest contact first, in whatever order the counts come', () => {
    const counts = [on('S', 'W', march(5)), on('V', 'S', march(9)), on('S', 'V', march(7)), on('T', 'V', march(6))];
    fc.assert(
      fc.property(fc.shuffledSubarray(counts, { minLength: counts.length }), (shuffled) => {
        const contacts = firstContacts(['S', 'T'], ['V', 'W'], shuffled);
        expect(contacts.map(({ suspect, potentialVictim }) => `${suspect}-${potentialVictim}`)).toEqual([
          'S-W',
          'T-V',
          'S-V',
        ]);
        expect(contacts).toEqual(firstContacts(['T', 'S'], ['W', 'V'], counts));
      }),
    );
  });
});
