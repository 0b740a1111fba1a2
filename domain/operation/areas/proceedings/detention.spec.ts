import { CUSTODY_EVENTS, detentionClocks, type CustodyEvent } from './detention';

const event = (type: CustodyEvent['type'], happenedAt: string, more: object = {}): CustodyEvent =>
  ({ type, happenedAt, payload: { subject: 'S1', ...more } }) as CustodyEvent;
const arrested = (at: string, subject = 'S1') => event('arrestRecorded', at, { subject });

describe('the clock of detention', () => {
  it('runs from the arrest, and has no review before detention is authorised', () => {
    expect(detentionClocks([arrested('2026-12-07T06:12:00.000Z')])).toEqual([
      {
        subject: 'S1',
        arrestedAt: '2026-12-07T06:12:00.000Z',
        review: 1,
        reviewDueAt: null,
        limitAt: '2026-12-08T06:12:00.000Z',
      },
    ]);
  });

  it.each([
    ['spring, when an hour is missing', '2025-03-29T22:00:00.000Z', '2025-03-30T22:00:00.000Z'],
    ['autumn, when an hour comes twice', '2025-10-25T21:00:00.000Z', '2025-10-26T21:00:00.000Z'],
  ])('is elapsed time also in %s', (_, at, until) => {
    expect(detentionClocks([arrested(at)])[0]?.limitAt).toBe(until);
  });

  it('has its first review six hours after the authorisation, and each later one nine after the one before', () => {
    const events = [arrested('2026-12-07T06:00:00Z'), event('detentionAuthorised', '2026-12-07T07:00:00Z')];
    expect(detentionClocks(events)[0]).toMatchObject({ review: 1, reviewDueAt: '2026-12-07T13:00:00.000Z' });
    events.push(event('detentionReviewed', '2026-12-07T12:30:00Z', { outcome: 'continued' }));
    expect(detentionClocks(events)[0]).toMatchObject({ review: 2, reviewDueAt: '2026-12-07T21:30:00.000Z' });
  });

  it('is not moved by a review that was postponed', () => {
    const events = [
      arrested('2026-12-07T06:00:00Z'),
      event('detentionAuthorised', '2026-12-07T07:00:00Z'),
      event('detentionReviewed', '2026-12-07T15:00:00Z', { outcome: 'continued' }),
    ];
    expect(detentionClocks(events)[0]?.reviewDueAt).toBe('2026-12-07T22:00:00.000Z');
  });

  it('has no further review once one said to release', () => {
    const events = [
      arrested('2026-12-07T06:00:00Z'),
      event('detentionAuthorised', '2026-12-07T07:00:00Z'),
      event('detentionReviewed', '2026-12-07T12:00:00Z', { outcome: 'release' }),
    ];
    expect(detentionClocks(events)[0]?.reviewDueAt).toBeNull();
  });

  it.each(CUSTODY_EVENTS.slice(3))('ends with the event %s', (type) => {
    expect(detentionClocks([arrested('2026-12-07T06:00:00Z'), event(type, '2026-12-07T12:00:00Z')])).toEqual([]);
  });

  it('counts detention before bail, and not the time on bail', () => {
    const events = [
      arrested('2026-12-07T06:00:00Z'),
      event('bailed', '2026-12-07T16:00:00Z'),
      arrested('2027-01-07T08:00:00Z'),
    ];
    expect(detentionClocks(events)[0]?.limitAt).toBe('2027-01-07T22:00:00.000Z');
  });

  it('begins anew after a release that was not on bail', () => {
    const events = [
      arrested('2026-12-07T06:00:00Z'),
      event('releasedUnderInvestigation', '2026-12-07T16:00:00Z'),
      arrested('2027-01-07T08:00:00Z'),
    ];
    expect(detentionClocks(events)[0]?.limitAt).toBe('2027-01-08T08:00:00.000Z');
  });

  it('is each person’s own', () => {
    const events = [
      arrested('2026-12-07T06:00:00Z'),
      arrested('2026-12-07T06:05:00Z', 'S2'),
      event('bailed', '2026-12-07T09:00:00Z'),
    ];
    expect(detentionClocks(events).map(({ subject }) => subject)).toEqual(['S2']);
  });
});
