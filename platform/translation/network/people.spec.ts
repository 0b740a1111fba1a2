import * as fc from 'fast-check';
import { partiesOf } from './people';

const HERS = [
  '+36301234567 Kati',
  '+36 30 123 4567',
  'Kati',
  'kati  ',
  '0036 30 1234567',
  '36301234567@s.whatsapp.net Kati',
];

describe('parties of an extract', () => {
  it('are one under a number with a name, the number alone and the name alone', () => {
    const { parties } = partiesOf(HERS);
    expect(parties).toHaveLength(1);
    expect(parties[0]).toMatchObject({
      id: 'phone:+36301234567',
      label: 'Kati (+36301234567)',
      numbers: ['+36301234567'],
    });
    expect(parties[0]?.written).toHaveLength(HERS.length);
  });

  it('are one under a number without its country where the extract has one number that it can be', () => {
    expect(partiesOf(['+447700900123', '07700 900123']).parties).toHaveLength(1);
    expect(partiesOf(['+40721234567', '0721234567']).parties).toMatchObject([{ numbers: ['+40721234567'] }]);
  });

  it('are all that a number without its country can be where the extract does not settle which', () => {
    const numbers = ['+40721234567', '+84721234567'];
    expect(partiesOf(['0721234567']).parties).toMatchObject([{ numbers, label: '+40721234567 or +84721234567' }]);
    expect(partiesOf([...numbers, '0721234567']).parties).toHaveLength(3);
  });

  it('have all names that the extract has for a number, the most frequent first', () => {
    const { parties } = partiesOf([
      '+36301234567 Kati',
      'Kati munka <+36301234567>',
      '+36301234567 Kati',
      'Kati munka',
    ]);
    expect(parties).toMatchObject([{ names: ['Kati', 'Kati munka'] }]);
  });

  it('stay two where two numbers have one name, and the name alone is a third', () => {
    const { idOf } = partiesOf(['+36301234567 Kati', '+36301234568 Kati', 'Kati']);
    expect([idOf('+36301234567 Kati'), idOf('+36301234568 Kati'), idOf('Kati')]).toEqual([
      'phone:+36301234567',
      'phone:+36301234568',
      'name:kati',
    ]);
  });

  it.each(['kati1234567@example.com', '36301234567-1588888888@g.us', 'user_30123456', '60060', 'Room 12'])(
    'have no number in %s',
    (text) => {
      expect(partiesOf([text]).parties).toMatchObject([{ numbers: [], label: text }]);
    },
  );

  it('are the same in whatever order the names come', () => {
    const names = [...HERS, '+447700900123 Me', '07700 900123', 'Zoli', '+447700900124 Zoli', '', '12345678'];
    fc.assert(
      fc.property(fc.shuffledSubarray(names, { minLength: names.length }), (shuffled) => {
        expect(partiesOf(shuffled).parties).toEqual(partiesOf(names).parties);
      }),
    );
  });
});
