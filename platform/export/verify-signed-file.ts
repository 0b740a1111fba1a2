import { createHash } from 'node:crypto';
import { fromBufferPromise, type Entry, type ZipFile } from 'yauzl';
import { z } from 'zod';
import { fingerprintOf, isSigned } from '../timeline/signature';
import { NotAnExport } from './not-an-export';
import { keyOf, readCanonical } from './read-canonical';
import { MANIFEST_NAME, SIGNED_FILE_FORMAT, signedFile, type SignedFile } from './signed-file.schema';

/** What was found of a signed file. `fingerprint` is that of the key its manifest carries, for people to compare. */
export interface SignedFileVerification {
  readonly manifest: SignedFile['manifest'];
  readonly fingerprint: string | undefined;
  readonly problems: readonly string[];
}

/** A manifest is some hundred bytes long. */
const MANIFEST_LIMIT = 65_536;

/** Whether it is an archive, by its first bytes. */
export const isArchive = (bytes: Uint8Array) => Buffer.from(bytes.subarray(0, 4)).toString('latin1') === 'PK\x03\x04';

/**
 * Proves a file by the manifest beside it in its archive: the manifest is the one that was signed, and the file the one that it
 * names. Whose key has signed, only people can say: by its fingerprint.
 *
 * @throws NotAnExport
 */
export async function verifySignedFile(bytes: Uint8Array): Promise<SignedFileVerification> {
  const zip = await fromBufferPromise(Buffer.from(bytes)).catch(damaged);
  const entries = await all(zip);
  const { document, asWritten } = await readManifest(zip, entries);
  const { manifest, signature } = document;
  const key = keyOf(manifest.publicKey);
  const inside = entries.filter(({ fileName }) => fileName !== MANIFEST_NAME);
  const file = inside.find(({ fileName }) => fileName === manifest.file.name);
  const claims: readonly (readonly [holds: boolean, otherwise: string])[] = [
    [asWritten, 'its manifest is not written as it was exported: other readers may be shown something else'],
    [key !== undefined, 'its manifest carries no Ed25519 public key'],
    [!key || isSigned(manifest, signature, key), 'its manifest is not the one that was signed'],
    [!key || fingerprintOf(key) === manifest.fingerprint, 'its manifest names the fingerprint of another key'],
    [file !== undefined, `the file ${manifest.file.name} that its manifest names is not in it`],
    [inside.length <= 1, 'it holds more than the file that its manifest names'],
    [!file || (await isAsNamed(zip, file, manifest.file)), `${manifest.file.name} has been altered`],
  ];
  return {
    manifest,
    fingerprint: key && fingerprintOf(key),
    problems: claims.flatMap(([holds, otherwise]) => (holds ? [] : [otherwise])),
  };
}

async function readManifest(zip: ZipFile, entries: readonly Entry[]) {
  const [entry, ...others] = entries.filter(({ fileName }) => fileName === MANIFEST_NAME);
  if (!entry || others.length > 0) throw new NotAnExport('is no export of Waymark: it holds no single manifest');
  if (entry.uncompressedSize > MANIFEST_LIMIT)
    throw new NotAnExport('is no export of Waymark: its manifest is too long');
  const { content, asWritten } = readCanonical(await unpacked(zip, entry));
  const named = z.object({ manifest: z.object({ format: z.string() }) }).safeParse(content);
  if (!named.success) throw new NotAnExport('is no export of Waymark: its manifest names no format');
  const { format } = named.data.manifest;
  if (format !== SIGNED_FILE_FORMAT)
    throw new NotAnExport(`is of the format ${format.slice(0, 40)}; this Waymark reads ${SIGNED_FILE_FORMAT}`);
  const read = signedFile.safeParse(content);
  if (!read.success) {
    const at = read.error.issues[0]?.path.join('.') || 'its outermost level';
    throw new NotAnExport(`is no whole export of Waymark: its manifest is not as it should be at ${at}`);
  }
  return { document: read.data, asWritten };
}

/** Of a file that is longer than it should be, no more is unpacked. */
async function isAsNamed(zip: ZipFile, entry: Entry, named: SignedFile['manifest']['file']): Promise<boolean> {
  if (entry.isEncrypted() || entry.uncompressedSize !== named.bytes) return false;
  const hash = createHash('sha256');
  try {
    for await (const chunk of await zip.openReadStreamPromise(entry)) hash.update(chunk as Buffer);
  } catch {
    return false;
  }
  return hash.digest('hex') === named.sha256;
}

async function all(zip: ZipFile): Promise<readonly Entry[]> {
  const entries: Entry[] = [];
  try {
    for await (const entry of zip.eachEntry()) entries.push(entry);
  } catch (error) {
    damaged(error);
  }
  return entries;
}

async function unpacked(zip: ZipFile, entry: Entry): Promise<Buffer> {
  const chunks: Buffer[] = [];
  try {
    for await (const chunk of await zip.openReadStreamPromise(entry)) chunks.push(chunk as Buffer);
  } catch (error) {
    damaged(error);
  }
  return Buffer.concat(chunks);
}

function damaged(_: unknown): never {
  throw new NotAnExport('is no export of Waymark, or only a part of one: it is a damaged archive');
}
