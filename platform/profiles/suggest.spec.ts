import { Readable } from 'node:stream';
import { suggestFor } from './suggest';

describe('the suggestion of a mapping', () => {
  it.each([0, 1, 2, 3])('reads a long file in its letters, wherever its beginning is cut: %i', async (shift) => {
    const line = 'NO/1,Suspect,01/02/2024,Zoë Șerban Ț\n';
    const file = `Crime Ref,Role,Date Committed,Prénom${' '.repeat(shift)}\n${line.repeat(60_000)}`;
    const { unread } = await suggestFor('norfolk', Readable.from([Buffer.from(file)]));
    expect(unread).toContain('Prénom');
  });
});
