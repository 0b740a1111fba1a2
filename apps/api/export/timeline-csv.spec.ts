import { createHash } from 'node:crypto';
import type { ExportParts } from '../../../platform/export/export.schema';
import { timelineCsv } from './timeline-csv';

const text = (id: string, text: string) => ({ id, salt: 'salt', text, withheld: false });
const refTo = (id: string, text: string) => ({
  record: id,
  digest: createHash('sha256').update(`salt\n${text}`).digest('hex'),
});

const event: ExportParts['events'][number] = {
  sequence: 1,
  type: 'subjectAdded',
  version: 1,
  happenedAt: '2026-01-01T09:30:00.000Z',
  occurredAt: '2026-01-01T09:30:00.123Z',
  actor: 'someone',
  commandId: 'c1',
  index: 0,
  payload: '{}',
  previousHash: 'before',
  hash: 'after',
};

/** The line of one event. */
const lineOf = (change: Partial<typeof event>, texts: ExportParts['texts'] = []) =>
  timelineCsv({ events: [{ ...event, ...change }], texts }).split('\r\n')[1];

describe('a timeline as CSV', () => {
  it('is a line of names and a line an event, each ended by CR LF', () => {
    expect(timelineCsv({ events: [event], texts: [] })).toBe(
      'sequence,type,version,happenedAt,occurredAt,actor,commandId,index,payload,previousHash,hash,texts\r\n' +
        '1,subjectAdded,1,2026-01-01T09:30:00.000Z,2026-01-01T09:30:00.123Z,someone,c1,0,{},before,after,\r\n',
    );
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1'])('lets no spreadsheet run %j as a formula', (words) => {
    expect(lineOf({ actor: words })).toContain(`,'${words},c1,`);
    const payload = JSON.stringify({ name: refTo('t1', words) });
    expect(lineOf({ payload }, [text('t1', words)])).toMatch(new RegExp(`,'[^,]+$`));
  });

  it('keeps a formula apart that begins behind a carriage return', () => {
    expect(timelineCsv({ events: [{ ...event, actor: '\r=1' }], texts: [] })).toContain(`,"'\r=1",c1,`);
  });

  it('puts what holds commas, quotation marks or line ends into quotation marks', () => {
    expect(lineOf({ payload: '{"a":1,"b":2}' })).toContain(',"{""a"":1,""b"":2}",');
  });

  it('shows texts one below the other, and what has become of those that cannot be shown', () => {
    const refs = [
      refTo('t1', 'Invented.'),
      refTo('t2', 'Erased.'),
      refTo('t3', 'As recorded.'),
      refTo('t4', 'Restricted.'),
    ];
    const texts = [
      text('t1', 'Invented.'),
      { id: 't2', salt: null, text: null, withheld: false },
      { id: 't4', salt: null, text: null, withheld: true },
      text('t3', 'Not as recorded.'),
    ];
    expect(lineOf({ payload: JSON.stringify({ refs }) }, texts)).toMatch(
      /,"Invented\.\n\[erased\]\n\[altered\]\n\[restricted\]"$/,
    );
  });
});
