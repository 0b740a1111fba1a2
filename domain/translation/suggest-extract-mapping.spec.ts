import { suggestExtractMapping } from './suggest-extract-mapping';

const suggest = (header: readonly string[], ...rows: readonly (readonly string[])[]) =>
  suggestExtractMapping({ format: 'delimited', delimiter: ',', quoted: true, headerRow: 1, header, rows });

describe('the mapping that is suggested of an extract', () => {
  it('knows the columns of Cellebrite, its times and who it calls the owner', () => {
    const { mapping, asks, unread } = suggest(
      ['#', 'Chat #', 'From', 'To', 'Body', 'Status', 'Timestamp: Date', 'Timestamp: Time', 'Attachment #1'],
      [
        '1',
        '7',
        '447700900123 Ana (owner)',
        '40720000001',
        'Unde esti',
        'Sent',
        '31/12/2021',
        '31/12/2021 23:59:59(UTC+0)',
        '',
      ],
      [
        '2',
        '7',
        '40720000001',
        '447700900123 Ana (owner)',
        'Acasa',
        'Read',
        '01/01/2022',
        '01/01/2022 00:01:02(UTC+0)',
        'a.jpg',
      ],
    );
    expect(mapping).toEqual({
      format: 'delimited',
      delimiter: ',',
      quoted: true,
      headerRow: 1,
      columns: {
        sender: 'From',
        recipient: 'To',
        time: 'Timestamp: Time',
        text: 'Body',
        thread: 'Chat #',
        direction: 'Status',
        media: 'Attachment #1',
      },
      owner: '447700900123 Ana (owner)',
      timeFormat: "dd/MM/yyyy HH:mm:ss'(UTC'Z')'",
      timeZone: 'Europe/London',
    });
    expect(asks).toEqual([]);
    expect(unread).toEqual(['#', 'Timestamp: Date']);
  });

  it('knows the columns of XRY', () => {
    const { mapping, asks } = suggest(
      ['Related Application', 'From', 'To', 'Time', 'Text', 'Direction'],
      ['WhatsApp', '+40720000001', '+447700900123', '2021-12-31 23:59:59 UTC', 'Ajung mâine', 'Incoming'],
    );
    expect(mapping.columns).toEqual({
      sender: 'From',
      recipient: 'To',
      time: 'Time',
      text: 'Text',
      direction: 'Direction',
    });
    expect([mapping.timeFormat, asks]).toEqual(['iso', []]);
  });

  it('reads in the headings of AXIOM which zone and order its times are in', () => {
    const { mapping, asks } = suggest(
      ['Sender', 'Recipient(s)', 'Message Sent Date/Time - UTC+02:00 (dd/MM/yyyy)', 'Message', 'Direction', 'Chat ID'],
      ['Bela', 'Ana', '03/04/2021 10:00:00', 'szia', 'Incoming', 'c1'],
    );
    expect(mapping.columns).toEqual({
      sender: 'Sender',
      recipient: 'Recipient(s)',
      time: 'Message Sent Date/Time - UTC+02:00 (dd/MM/yyyy)',
      text: 'Message',
      direction: 'Direction',
      thread: 'Chat ID',
    });
    expect([mapping.timeFormat, mapping.timeZone, asks]).toEqual(['dd/MM/yyyy HH:mm:ss', 'UTC+2', []]);
  });

  it.each([
    [
      'Hungarian',
      ['Feladó', 'Címzett', 'Időpont', 'Üzenet', 'Irány', 'Beszélgetés', 'Melléklet'],
      ['Béla', 'Ana', '2021. 12. 31. 23:59', 'Hol vagy?', 'Bejövő', '1', ''],
      'yyyy. MM. dd. HH:mm',
    ],
    [
      'Romanian',
      ['Expeditor', 'Destinatar', 'Data și ora', 'Mesaj', 'Direcție', 'Conversație', 'Fișier'],
      ['Vasile', 'Ana', '31.12.2021 23:59:59', 'Unde ești?', 'Primit', '1', ''],
      'dd.MM.yyyy HH:mm:ss',
    ],
    [
      'keys of JSON',
      ['from_id', 'to_id', 'ts', 'body', 'is_from_me', 'conversation', 'media'],
      ['40720000001', '447700900123', '1640995199', 'Unde?', 'false', 'c', ''],
      'unix-seconds',
    ],
  ])('knows columns in other words: %s', (_, header, row, timeFormat) => {
    const [sender, recipient, time, text, direction, thread, media] = header;
    const { mapping, unread } = suggest(header, row);
    expect(mapping.columns).toEqual({ sender, recipient, time, text, direction, thread, media });
    expect([mapping.timeFormat, unread]).toEqual([timeFormat, []]);
  });

  it('puts a day and a time of two columns together', () => {
    const { mapping } = suggest(['Dátum', 'Idő', 'Feladó', 'Szöveg'], ['2021.12.31', '23:59', 'Béla', 'Megjöttem']);
    expect(mapping.columns).toMatchObject({ date: 'Dátum', time: 'Idő' });
    expect(mapping.timeFormat).toBe('yyyy.MM.dd HH:mm');
  });

  it('guesses by what is in columns that no heading names, and says so', () => {
    const { mapping, asks } = suggest(
      ['A', 'B', 'C', 'D'],
      ['+40 720 000 001', '0044 7700 900123', '14/05/2021 10:00', 'Când ajungi la gară mâine?'],
      ['+40 720 000 001', '0044 7700 900123', '15/05/2021 11:30', 'Nu mai vin, rămân aici'],
    );
    expect(mapping.columns).toEqual({ time: 'C', text: 'D', sender: 'A', recipient: 'B' });
    expect(asks).toEqual([
      '“C” looks like the column of: time. Say if it is not.',
      '“D” looks like the column of: text. Say if it is not.',
      '“A” looks like the column of: sender. Say if it is not.',
      '“B” looks like the column of: recipient. Say if it is not.',
      'Its times do not say their zone: they are read as of Europe/London. Say if they are of another.',
    ]);
  });

  it('takes a column called status or type for a direction only where it says one', () => {
    const { mapping } = suggest(['From', 'Message', 'Type'], ['Ana', 'szia', 'SMS'], ['Ana', 'szia', 'MMS']);
    expect(mapping.columns.direction).toBeUndefined();
  });

  it('asks for what it cannot know', () => {
    expect(suggest(['X', 'Y'], ['1', '2']).asks).toEqual([
      'Say which column holds what was written.',
      'Say which column holds who wrote, if one does.',
      'Say which column holds when it was sent, if one does.',
    ]);
    expect(suggest(['From', 'Text', 'Time'], ['Ana', 'szia', '03/04/2021 10:00']).asks).toContain(
      'Say whether “03/04/2021 10:00” has the day first or the month: it is read as dd/MM/yyyy HH:mm.',
    );
  });
});
