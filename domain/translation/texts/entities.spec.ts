import fc from 'fast-check';
import { entitiesIn, type EntityKind, type EntityOptions } from './entities';

const options: EntityOptions = {
  countries: ['GB', 'HU', 'RO', 'BG', 'PL', 'AL', 'SK', 'VN'],
  sentAt: '2024-03-10T10:00:00Z',
};

/** What is found of a kind, as “written = value”. */
const found = (kind: EntityKind, text: string, given = options) =>
  entitiesIn(text, given)
    .filter((entity) => entity.kind === kind)
    .map(({ written, value }) => `${written} = ${value}`);

describe('a telephone number', () => {
  it.each([
    ['Hívj a 07700 900123 számon', ['07700 900123 = +447700900123']],
    ['vagy +36 30 123 4567', ['+36 30 123 4567 = +36301234567']],
    ['06-20/123-4567', ['06-20/123-4567 = +36201234567']],
    ['sună la 0721 234 567', ['0721 234 567 = +40721234567']],
    ['0044 7700 900123', ['0044 7700 900123 = +447700900123']],
    ['zadzwoń 512 345 678', ['512 345 678 = +48512345678']],
    ['+44 (0)7700 900123', ['+44 (0)7700 900123 = +447700900123']],
    ['07700900123 07700900124', ['07700900123 = +447700900123', '07700900124 = +447700900124']],
    ['07700900123 £250', ['07700900123 = +447700900123']],
  ])('is found in “%s”', (text, expected) => expect(found('phone', text)).toEqual(expected));

  it.each([
    '300000000 ft',
    '2024-03-12 14:30',
    '1234567',
    '12.03.2024',
    'order 100200300',
    '£07 700 900',
    '11111111111',
  ])('is not found in “%s”', (text) => expect(found('phone', text)).toEqual([]));

  it('is of the likeliest country in which it can be one', () => {
    expect(found('phone', '0712 345 678', { countries: ['RO', 'AL'] })).toEqual(['0712 345 678 = +40712345678']);
    expect(found('phone', '067 212 3456', { countries: ['AL', 'RO'] })).toEqual(['067 212 3456 = +355672123456']);
    expect(found('phone', '0888 123 456', { countries: ['BG', 'RO'] })).toEqual(['0888 123 456 = +359888123456']);
    expect(found('phone', '0912.345.678', { countries: ['VN'] })).toEqual(['0912.345.678 = +84912345678']);
    expect(found('phone', '0712 345 678', { countries: [] })).toEqual([]);
  });
});

describe('a sum of money', () => {
  it.each([
    ['adj 300 fontot', ['300 font = GBP 300.00']],
    ['£1,200.50', ['£1,200.50 = GBP 1200.50']],
    ['1.200,50 €', ['1.200,50 € = EUR 1200.50']],
    ['250 £ vagy 250£', ['250 £ = GBP 250.00', '250£ = GBP 250.00']],
    ['50 ezer Ft', ['50 ezer Ft = HUF 50000.00']],
    ['dau 2 mii lei, 50 de lire', ['2 mii lei = RON 2000.00', '50 de lire = GBP 50.00']],
    ['дай 300 лева и 40 паунда', ['300 лева = BGN 300.00', '40 паунда = GBP 40.00']],
    ['300 mijë lekë', ['300 mijë lekë = ALL 300000.00']],
    ['200 zł, 150 złotych, 20 funtów', ['200 zł = PLN 200.00', '150 złotych = PLN 150.00', '20 funtów = GBP 20.00']],
    [
      '5 triệu đồng, 50 bảng Anh, 500.000đ',
      ['5 triệu đồng = VND 5000000.00', '50 bảng Anh = GBP 50.00', '500.000đ = VND 500000.00'],
    ],
    ['80 eur, 30 libier', ['80 eur = EUR 80.00', '30 libier = GBP 30.00']],
    ['50 quid, 2k, £2k, 50p', ['50 quid = GBP 50.00', '2k = XXX 2000.00', '£2k = GBP 2000.00', '50p = GBP 0.50']],
    ['£200-£300 or 5-10 euro', ['£200-£300 = GBP 200.00-300.00', '5-10 euro = EUR 5.00-10.00']],
    ['£300pw', ['£300 = GBP 300.00']],
    ['2k-3k euro', ['2k-3k euro = EUR 2000.00-3000.00']],
  ])('is found in “%s”', (text, expected) => expect(found('money', text)).toEqual(expected));

  it.each(['3 fontos dolog', '1080p', '20 pieces', '300', 'k2', '2 kg', '5 bang', 'lei 5 vin', 'room 101', '5 mil'])(
    'is not found in “%s”',
    (text) => expect(found('money', text)).toEqual([]),
  );
});

describe('a date', () => {
  it.each([
    ['12/03/2024', ['12/03/2024 = 2024-03-12']],
    ['12/03', ['12/03 = 2024-03-12']],
    ['2024.03.12-én', ['2024.03.12 = 2024-03-12']],
    ['2024. március 12.', ['2024. március 12 = 2024-03-12']],
    ['március 12-én', ['március 12 = 2024-03-12']],
    ['11 December, pe 9 decembrie', ['11 December = 2024-12-11', '9 decembrie = 2024-12-09']],
    ['5 de martie, 7 qnuari', ['5 de martie = 2024-03-05', '7 qnuari = 2024-01-07']],
    ['12 martie 2025', ['12 martie 2025 = 2025-03-12']],
    ['на 12 март', ['12 март = 2024-03-12']],
    ['na 12 mart', ['12 mart = 2024-03-12']],
    ['më 5 maj', ['5 maj = 2024-05-05']],
    ['15 marca', ['15 marca = 2024-03-15']],
    ['5. apríla 2024', ['5. apríla 2024 = 2024-04-05']],
    ['ngày 5/3', ['5/3 = 2024-03-05']],
    ['12 tháng 3 năm 2024', ['12 tháng 3 năm 2024 = 2024-03-12']],
    ['March 5th and the 6th of May', ['March 5th = 2024-03-05', '6th of May = 2024-05-06']],
    ['03/25/24', ['03/25/24 = 2024-03-25']],
    ['2024-03-12T14:30:00Z', ['2024-03-12 = 2024-03-12']],
    ['pénteken, в петък, piątek, chủ nhật', ['pénteken = -W-5', 'петък = -W-5', 'piątek = -W-5', 'chủ nhật = -W-7']],
  ])('is found in “%s”', (text, expected) => expect(found('date', text)).toEqual(expected));

  it.each([
    '24/7',
    '1/2',
    '20.5 kg',
    'v5.2',
    '31/02/2024',
    '45/13',
    'már 12 óra',
    'mar 12 fő',
    '5 may be late',
    'mai 2 ore',
  ])('is not found in “%s”', (text) => expect(found('date', text)).toEqual([]));

  it('has its month first where it is written as only Hungarians do, and they are likeliest', () => {
    expect(found('date', '03.12. jön', { countries: ['HU', 'GB'] })).toEqual(['03.12. = --03-12']);
    expect(found('date', '03.12. vine', { countries: ['RO', 'HU'] })).toEqual(['03.12. = --12-03']);
    expect(found('date', 'până pe 03.12.', { countries: ['HU', 'RO'] })).toEqual(['03.12. = --12-03']);
    expect(found('date', '25.12. jön', { countries: ['HU'] })).toEqual(['25.12. = --12-25']);
  });

  it('has no year where neither it nor the message has one', () =>
    expect(found('date', '12/03', { countries: [] })).toEqual(['12/03 = --03-12']));
});

describe('a time of day', () => {
  it.each([
    ['14:30-kor', ['14:30 = 14:30']],
    ['8-kor, 9 órakor', ['8 = 08:00', '9 = 09:00']],
    ['la ora 8', ['8 = 08:00']],
    ['в 8 часа', ['8 = 08:00']],
    ['o 18.30', ['18.30 = 18:30']],
    ['o godz. 18', ['18 = 18:00']],
    ['lúc 8 giờ', ['8 = 08:00']],
    ['2.30pm and 12am', ['2.30pm = 14:30', '12am = 00:00']],
    ['18h30', ['18h30 = 18:30']],
  ])('is found in “%s”', (text, expected) => expect(found('time', text)).toEqual(expected));

  it.each(['8 óra', '14.30', '25:00', '12:75', '8 часа', 'at 8', '1:2'])('is not found in “%s”', (text) =>
    expect(found('time', text)).toEqual([]),
  );
});

describe('a flight', () => {
  it.each([
    ['W6 2201-gyel jön', ['W6 2201 = W62201']],
    ['FR1234, fr1234, w62201', ['FR1234 = FR1234', 'fr1234 = FR1234', 'w62201 = W62201']],
    ['BA 866', ['BA 866 = BA866']],
    ['zborul RO 391', ['RO 391 = RO391']],
    ['lot lo 281', ['lo 281 = LO281']],
  ])('is found in “%s”', (text, expected) => expect(found('flight', text)).toEqual(expected));

  it.each(['A12', 'A140 road', 'BY 2025', 'ba123', 'XX 1234', 'W6 9PX', 'BA 12345'])('is not found in “%s”', (text) =>
    expect(found('flight', text)).toEqual([]),
  );
});

describe('a link', () => {
  it('is found with or without its scheme', () => {
    expect(found('url', 'nézd https://t.me/abc?x=1, www.example.de és example.co.uk')).toEqual([
      'https://t.me/abc?x=1 = https://t.me/abc?x=1',
      'www.example.de = http://www.example.de',
      'example.co.uk = http://example.co.uk',
    ]);
    expect(found('email', 'írj: Joe@Example.com.')).toEqual(['Joe@Example.com = joe@example.com']);
  });

  it('is not found where only the space after a full stop is missing', () =>
    expect(found('url', 'nem tudom.de majd.la revedere.no')).toEqual([]));
});

describe('a place', () => {
  it.each([
    ['Londonban vagy norwichból Budapestre', ['London = London', 'norwich = Norwich', 'Budapest = Budapest']],
    ['Londonnal, Budapesttel', ['London = London', 'Budapest = Budapest']],
    ['din Timisoara la Londra', ['Timisoara = Timișoara', 'Londra = London']],
    ['от Пловдив за Лондон', ['Пловдив = Plovdiv', 'Лондон = London']],
    ['w Warszawie', ['Warszawie = Warsaw']],
    ['v Košiciach', ['Košiciach = Košice']],
    ['në Tiranë', ['Tiranë = Tirana']],
    ['ở Hà Nội', ['Hà Nội = Hanoi']],
    ["King's Lynn and stoke-on-trent", ["King's Lynn = King's Lynn", 'stoke-on-trent = Stoke-on-Trent']],
    ['in Reading', ['Reading = Reading']],
    ['in Sofia', ['Sofia = Sofia']],
    ['NR1 3AB, nr13ab', ['NR1 3AB = NR1 3AB', 'nr13ab = NR1 3AB']],
    ['BUD felé, Ferihegyre', ['BUD = Budapest', 'Ferihegy = Budapest Airport']],
    ['LTN-BUD, from STN', ['LTN = London Luton', 'BUD = Budapest', 'STN = London Stansted']],
  ])('is found in “%s”', (text, expected) => expect(found('place', text)).toEqual(expected));

  it.each([
    'I was reading, then a bath',
    'Bath first',
    'Sofia este acasă',
    'Martin jön',
    'I WAS IN BATH',
    'egy egér',
    'Hatvan font',
    'b12 3rd floor',
    'se1 7pm',
    'ZZ1 3AB',
    'best MAN ever',
    'ha noi mergem',
    'este constanta',
    'londoner',
  ])('is not found in “%s”', (text) => expect(found('place', text)).toEqual([]));
});

describe('a number plate', () => {
  it.each([
    ['AB12 CDE, ab12cde', ['AB12 CDE = AB12CDE', 'ab12cde = AB12CDE']],
    ['ABC-123 és AA BC-123', ['ABC-123 = ABC123', 'AA BC-123 = AABC123']],
    ['B 123 ABC, CJ-12-XYZ', ['B 123 ABC = B123ABC', 'CJ-12-XYZ = CJ12XYZ']],
    ['CA 1234 AB, СА 1234 АВ', ['CA 1234 AB = CA1234AB', 'СА 1234 АВ = CA1234AB']],
    ['WX 1234A, KR 12345', ['WX 1234A = WX1234A', 'KR 12345 = KR12345']],
    ['BA-123AB', ['BA-123AB = BA123AB']],
    ['51F-123.45', ['51F-123.45 = 51F12345']],
  ])('is found in “%s”', (text, expected) => expect(found('plate', text)).toEqual(expected));

  it.each([
    'in 20 min',
    'la20lei',
    'B 200 LEI',
    'covid-19',
    'NR 12345',
    'MM 1234 AB',
    'ZZ 12 ABC',
    'am12 nap',
    'ab12 cde',
  ])('is not found in “%s”', (text) => expect(found('plate', text)).toEqual([]));
});

describe('a document', () => {
  it.each([
    ['passport no: 123456789', ['123456789 = 123456789']],
    ['útlevél BH1234567', ['BH1234567 = BH1234567']],
    ['buletin seria XR nr 123456', ['XR nr 123456 = XR123456']],
    ['паспорт № 381234567', ['381234567 = 381234567']],
    ['CNP 1960503123459', ['1960503123459 = 1960503123459']],
    ['QQ123456C, AB 12 34 56 C', ['AB 12 34 56 C = AB123456C']],
    ['J12345678A', ['J12345678A = J12345678A']],
    ['ЕГН: 7523169263', ['7523169263 = 7523169263']],
    ['8001010008', ['8001010008 = 8001010008']],
    ['44051401359', ['44051401359 = 44051401359']],
  ])('is found in “%s”', (text, expected) => expect(found('document', text)).toEqual(expected));

  it.each(['1960503123450', '8001010009', 'pass the 12', 'passport', '1234567'])('is not found in “%s”', (text) =>
    expect(found('document', text)).toEqual([]),
  );
});

describe('a bank account', () => {
  it.each([
    ['GB29 NWBK 6016 1331 9268 19 es', ['GB29 NWBK 6016 1331 9268 19 = GB29NWBK60161331926819']],
    ['ro49aaaa1b31007593840000', ['ro49aaaa1b31007593840000 = RO49AAAA1B31007593840000']],
    ['11773016-11111018-00000000', ['11773016-11111018-00000000 = 117730161111101800000000']],
    ['20-45-77 acc 12345678', ['20-45-77 acc 12345678 = 20457712345678']],
    ['4111 1111 1111 1111', ['4111 1111 1111 1111 = 4111111111111111']],
  ])('is found in “%s”', (text, expected) => expect(found('bank-account', text)).toEqual(expected));

  it.each(['GB29 NWBK 6016 1331 9268 18', '11773017-11111018', '4111 1111 1111 1112', '20-45-77'])(
    'is not found in “%s”',
    (text) => expect(found('bank-account', text)).toEqual([]),
  );
});

describe('entities of a message', () => {
  it('are told in their order, with where they are', () =>
    expect(entitiesIn('£50 Londonban, 12/03', options)).toEqual([
      { kind: 'money', start: 0, end: 3, written: '£50', value: 'GBP 50.00' },
      { kind: 'place', start: 4, end: 10, written: 'London', value: 'London' },
      { kind: 'date', start: 15, end: 20, written: '12/03', value: '2024-03-12' },
    ]));

  it('are found where letters and their signs are apart', () =>
    expect(entitiesIn('menj Győrbe 5 maj'.normalize('NFD'), options)).toEqual([
      { kind: 'place', start: 5, end: 10, written: 'Győr'.normalize('NFD'), value: 'Győr' },
      { kind: 'date', start: 13, end: 18, written: '5 maj', value: '2024-05-05' },
    ]));

  it('never overlap and are as they are written, whatever the text', () => {
    const pieces = fc.constantFrom(
      ...[
        '£',
        '12',
        '03',
        '.',
        '/',
        ' ',
        '-',
        'k',
        ' font',
        'London',
        'AB',
        '+44',
        '7700900123',
        'W6',
        ':',
        'ő',
        'é',
        '@',
        'Ł',
        '😀',
        'İ',
      ],
      ...['\u0301', 'a.hu', ' maj', '\n', '€', '000', 'ban', 'seria ', 'GB29', 'ß', '№'],
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 14 }), (parts) => {
        const text = parts.join('');
        let from = 0;
        for (const { start, end, written, value } of entitiesIn(text, options)) {
          expect(start).toBeGreaterThanOrEqual(from);
          expect(end).toBeGreaterThan(start);
          expect(written).toBe(text.slice(start, end));
          expect(value).not.toMatch(/NaN|undefined/);
          from = end;
        }
        expect(from).toBeLessThanOrEqual(text.length);
      }),
      { numRuns: 3_000 },
    );
  });
});
