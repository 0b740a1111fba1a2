import { createHash, randomBytes } from 'node:crypto';
import { HeldText } from '../../domain/text/text';
import { commandSchemas } from '../../domain/operation/command-schemas';
import { envelopeOf, serviceEnvelope, withOwnTexts } from './envelope';

const KEY = randomBytes(32);
const ACTOR = { id: 'somebody', roles: ['intelligence-analyst' as const], force: 'norfolk' };

const envelope = (body: object, { idempotencyKey = 'key', id = ACTOR.id, happenedAt = null as string | null } = {}) =>
  envelopeOf(
    {
      command: 'addSubject',
      body: commandSchemas.addSubject.parse(body),
      actor: { ...ACTOR, id },
      idempotencyKey,
      happenedAt,
      ifMatch: null,
    },
    KEY,
  );
const BODY = { roles: ['suspect'], name: 'Bence Minta', grounds: 'Seen at both addresses.' };

describe("a command's envelope", () => {
  it('puts names and texts aside, each replaced by its record and salted digest', () => {
    const { body, texts } = envelope(BODY);
    expect(JSON.stringify(body)).not.toMatch(/Minta|addresses/);
    expect(texts.map(({ text }) => text)).toEqual(['Bence Minta', 'Seen at both addresses.']);
    const { name } = body as { name: { record: string; digest: string } };
    const record = texts.find(({ id }) => id === name.record);
    expect(name.digest).toBe(createHash('sha256').update(`${record?.salt}\n${record?.text}`).digest('hex'));
  });

  it('salts each text anew, so that equal names have unequal digests', () => {
    expect(envelope(BODY).body).not.toEqual(envelope(BODY).body);
  });

  it('is the same command for the same person and key, and another for another', () => {
    const { commandId } = envelope(BODY);
    expect(envelope({ ...BODY, name: 'Another' }).commandId).toBe(commandId);
    expect(envelope(BODY, { id: 'somebody-else' }).commandId).not.toBe(commandId);
    expect(envelope(BODY, { idempotencyKey: 'other' }).commandId).not.toBe(commandId);
  });

  it('has a fingerprint of what was asked, whatever the order it was written in', () => {
    const { fingerprint } = envelope(BODY);
    expect(envelope({ grounds: BODY.grounds, name: BODY.name, roles: BODY.roles }).fingerprint).toBe(fingerprint);
    expect(envelope({ ...BODY, name: 'Bence Mintá' }).fingerprint).not.toBe(fingerprint);
    expect(envelope(BODY, { happenedAt: '2021-12-07T06:12:00Z' }).fingerprint).not.toBe(fingerprint);
  });

  it('writes times as UTC with milliseconds', () => {
    expect(envelope(BODY, { happenedAt: '2021-07-01T10:00:00+01:00' }).happenedAt).toBe('2021-07-01T09:00:00.000Z');
  });
});

describe('a command that Waymark itself gives', () => {
  const merge = 'OP-2026-000001.M1';
  const given = () =>
    serviceEnvelope('abandonMerge', 'an-id', { merge, reason: new HeldText('The survivor is closed.') });

  it('has its texts put aside like any other', () => {
    const { body, texts } = given();
    expect(texts.map(({ text }) => text)).toEqual(['The survivor is closed.']);
    expect(body).toEqual({ merge, reason: { record: texts[0]?.id, digest: expect.any(String) as string } });
  });

  it('is the same command however often it is made', () => {
    const [first, second] = [given(), given()];
    expect({ ...first, body: null, texts: null }).toEqual({ ...second, body: null, texts: null });
  });
});

describe('a command for many operations', () => {
  it('has texts of its own for each, and is the same command', () => {
    const one = envelope(BODY);
    const other = withOwnTexts(one);
    expect(other.texts.map(({ text }) => text)).toEqual(one.texts.map(({ text }) => text));
    for (const [at, { id, salt }] of other.texts.entries()) {
      expect(id).not.toBe(one.texts[at]?.id);
      expect(salt).not.toBe(one.texts[at]?.salt);
    }
    const { name } = other.body as { name: { record: string; digest: string } };
    const record = other.texts.find(({ id }) => id === name.record);
    expect(name.digest).toBe(createHash('sha256').update(`${record?.salt}\n${record?.text}`).digest('hex'));
    expect({ ...other, body: null, texts: null }).toEqual({ ...one, body: null, texts: null });
    expect(JSON.stringify(other.body)).not.toMatch(/Minta|addresses/);
  });
});
