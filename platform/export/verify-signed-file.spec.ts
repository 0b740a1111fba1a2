import { createHash, generateKeyPairSync } from 'node:crypto';
import canonicalize from 'canonicalize';
import { inArchive, zip, type Part } from '../../test/support/zip';
import { fingerprintOf, signatureOf } from '../timeline/signature';
import { NotAnExport } from './not-an-export';
import { signFile } from './sign-file';
import type { SignedFile } from './signed-file.schema';
import { isArchive, verifySignedFile } from './verify-signed-file';

const { privateKey, publicKey } = generateKeyPairSync('ed25519');
const stranger = generateKeyPairSync('ed25519');
const MAKING = { madeAt: '2026-02-01T10:00:00.000Z', madeBy: 'supervisor-norfolk' };
const OPERATION = { reference: 'OP-2026-000123', sequence: 2, hash: 'a'.repeat(64) };
const CONTENT = 'sequence,type\r\n1,invented\r\n';
const NAME = 'OP-2026-000123.csv';

const signed = (key = privateKey) =>
  signFile({ name: NAME, mediaType: 'text/csv', content: Buffer.from(CONTENT) }, OPERATION, { making: MAKING, key });

/** The proof as it stands in a whole archive. */
async function proof(key = privateKey): Promise<SignedFile> {
  const { manifest } = await verifySignedFile(await signed(key));
  return { manifest, signature: signatureOf(manifest, key) };
}

/** An archive that somebody else has put together. */
const packed = (document: object | string, ...files: readonly Part[]) =>
  zip([
    ...(files.length > 0 ? files : [inArchive(NAME, CONTENT)]),
    inArchive('manifest.json', typeof document === 'string' ? document : (canonicalize(document) as string)),
  ]);
const problemsOf = async (bytes: Uint8Array) => (await verifySignedFile(bytes)).problems;

describe('a signed file', () => {
  it('proves itself, and tells the fingerprint of its key', async () => {
    const bytes = await signed();
    expect(isArchive(bytes)).toBe(true);
    expect(await verifySignedFile(bytes)).toMatchObject({
      problems: [],
      fingerprint: fingerprintOf(publicKey),
      manifest: {
        ...MAKING,
        reference: 'OP-2026-000123',
        events: 2,
        head: OPERATION.hash,
        file: { name: NAME, bytes: CONTENT.length, sha256: createHash('sha256').update(CONTENT).digest('hex') },
      },
    });
    expect(await problemsOf(packed(await proof()))).toEqual([]);
  });

  it('is found out where the file was altered, taken out or has company', async () => {
    const document = await proof();
    expect(await problemsOf(packed(document, inArchive(NAME, CONTENT.replace('invented', 'inserted'))))).toEqual([
      `${NAME} has been altered`,
    ]);
    expect(await problemsOf(packed(document, inArchive(NAME, `${CONTENT}2,more\r\n`)))).toEqual([
      `${NAME} has been altered`,
    ]);
    expect(await problemsOf(packed(document, inArchive('other.csv', CONTENT)))).toEqual([
      `the file ${NAME} that its manifest names is not in it`,
    ]);
    expect(await problemsOf(packed(document, inArchive(NAME, CONTENT), inArchive('other.csv', CONTENT)))).toEqual([
      'it holds more than the file that its manifest names',
    ]);
    expect(await problemsOf(packed(document, { ...inArchive(NAME, CONTENT), saysLength: CONTENT.length + 1 }))).toEqual(
      [`${NAME} has been altered`],
    );
    expect(await problemsOf(packed(document, { ...inArchive(NAME, CONTENT), isLocked: true }))).toEqual([
      `${NAME} has been altered`,
    ]);
  });

  it.each([
    ['who made it', { madeBy: 'someone-else' }],
    ['when', { madeAt: '2026-02-01T10:00:00.001Z' }],
    ['where the timeline ended', { head: 'b'.repeat(64) }],
    ['how many events there were', { events: 3 }],
  ])('is found out where its manifest says otherwise: %s', async (_, change) => {
    const { manifest, signature } = await proof();
    expect(await problemsOf(packed({ manifest: { ...manifest, ...change }, signature }))).toEqual([
      'its manifest is not the one that was signed',
    ]);
  });

  it('that a stranger has signed shows the stranger’s fingerprint, and no other', async () => {
    const { fingerprint, problems } = await verifySignedFile(await signed(stranger.privateKey));
    expect([fingerprint, problems]).toEqual([fingerprintOf(stranger.publicKey), []]);
    const { manifest } = await proof();
    const pretended = { ...manifest, publicKey: stranger.publicKey.export({ type: 'spki', format: 'pem' }).toString() };
    expect(
      await problemsOf(packed({ manifest: pretended, signature: signatureOf(pretended, stranger.privateKey) })),
    ).toEqual(['its manifest names the fingerprint of another key']);
    expect(await problemsOf(packed({ ...(await proof()), manifest: { ...manifest, publicKey: 'none' } }))).toEqual([
      'its manifest carries no Ed25519 public key',
    ]);
  });

  it('says the same to every reader: a key that stands there twice is named', async () => {
    const written = canonicalize(await proof()) as string;
    expect(await problemsOf(packed(written.replace('{"manifest"', '{"signature":"AA==","manifest"')))).toEqual([
      'its manifest is not written as it was exported: other readers may be shown something else',
    ]);
  });

  it.each([
    ['cut short', async () => (await signed()).subarray(0, 100), /damaged archive/],
    ['without a manifest', () => zip([inArchive(NAME, CONTENT)]), /no single manifest/],
    ['with two of them', () => packed('{}', inArchive('manifest.json', '{}')), /no single manifest/],
    ['with an endless one', () => packed(`"${'x'.repeat(70_000)}"`), /too long/],
    ['with one that is no JSON', () => packed('{'), /it is not JSON/],
    ['with one of something else', () => packed({ a: 1 }), /names no format/],
    ['of a later format', () => packed({ manifest: { format: 'waymark-file/2' } }), /waymark-file\/2/],
    ['with one that lacks a part', () => packed({ manifest: { format: 'waymark-file/1' } }), /not as it should be at/],
  ])('is refused in one sentence when it is %s', async (_, file, sentence) => {
    const bytes = await file();
    await expect(verifySignedFile(bytes)).rejects.toThrow(NotAnExport);
    await expect(verifySignedFile(bytes)).rejects.toThrow(sentence);
  });
});
