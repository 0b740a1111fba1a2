import type { View } from '../http/view';
import type { WebRequest } from '../session/session';
import { PackController } from './pack.controller';
import { packPdf } from './pack-thread';

jest.mock('./pack-thread', () => ({ packPdf: jest.fn(() => Promise.resolve(Buffer.from('PDF'))) }));
jest.mock('./read-referral', () => ({ readReferral: jest.fn(), readDecisions: jest.fn(), missingIn: () => [] }));
jest.mock('./pack-of', () => ({ packOf: (_: unknown, meeting: unknown) => meeting }));

const request = { api: { get: () => Promise.resolve({ items: [] }) }, me: { id: 'x' } } as unknown as WebRequest;

describe('a tasking meeting pack in summer, half past midnight', () => {
  beforeEach(() => jest.useFakeTimers({ now: new Date('2026-06-30T23:30:00Z') }));
  afterEach(() => jest.useRealTimers());
  const pack = new PackController();

  it('is for a meeting of the day that has begun', async () => {
    const { data } = (await pack.choose(request, {})) as View;
    expect(data['form']).toMatchObject({ typed: { 'on-day': '1', 'on-month': '7', 'on-year': '2026' } });
  });

  it('is called by that day where no other is given', async () => {
    const file = await pack.pdf(request, { pick: 'OP-2026-000001' });
    const { disposition } = (file as { getHeaders(): { disposition: string } }).getHeaders();
    expect(disposition).toContain('tasking-meeting-pack-2026-07-01.pdf');
    expect(packPdf).toHaveBeenCalledWith(expect.objectContaining({ made: '2026-06-30T23:30:00.000Z' }));
  });
});
