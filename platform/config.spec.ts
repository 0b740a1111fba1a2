import { ConfigurationError, readConfig } from './config';

const KEY = Buffer.alloc(32, 7).toString('base64');

describe('configuration', () => {
  it('names every variable that is missing or malformed, at once', () => {
    expect(() => readConfig(['DATABASE_URL', 'REDIS_URL'], { REDIS_URL: 'http://example.org' })).toThrow(
      expect.objectContaining({ message: expect.stringMatching(/DATABASE_URL: [^]*REDIS_URL: /) as string }) as Error,
    );
    expect(() => readConfig(['DATABASE_URL'], {})).toThrow(ConfigurationError);
  });

  it('reads a key ring, the encrypting key first', () => {
    const { PAYLOAD_KEYS } = readConfig(['PAYLOAD_KEYS'], { PAYLOAD_KEYS: `b:${KEY},a:${KEY}` });
    expect(PAYLOAD_KEYS.map(({ id, key }) => [id, key.length])).toEqual([
      ['b', 32],
      ['a', 32],
    ]);
  });

  it('refuses a key that is not 32 bytes', () => {
    expect(() => readConfig(['PAYLOAD_KEYS'], { PAYLOAD_KEYS: 'a:c2hvcnQ=' })).toThrow(/PAYLOAD_KEYS/);
  });
});
