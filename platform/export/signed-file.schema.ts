import { z } from 'zod';

/** Archives of this format are kept for years: a change of what it says needs a new name. */
export const SIGNED_FILE_FORMAT = 'waymark-file/1';
/** What the manifest of a signed file is called in its archive. */
export const MANIFEST_NAME = 'manifest.json';

const hash = z.string().describe('SHA-256, hexadecimal');

const signedFileManifest = z
  .strictObject({
    format: z.literal(SIGNED_FILE_FORMAT),
    reference: z.string().describe('The operation whose timeline the file tells of'),
    madeAt: z.iso.datetime(),
    madeBy: z.string().describe('Identifier of the person who exported it'),
    events: z.int().describe('How many events the timeline had then'),
    head: hash.describe('Hash of the last of them'),
    file: z
      .strictObject({ name: z.string(), mediaType: z.string(), bytes: z.int(), sha256: hash })
      .describe('The file beside the manifest'),
    publicKey: z.string().describe('Ed25519, SubjectPublicKeyInfo in PEM'),
    fingerprint: hash.describe('SHA-256 over the DER of the public key: compare it by another channel'),
  })
  .meta({ id: 'SignedFileManifest' });

/** What stands beside a file in its archive and proves it: see docs/adr/0010. */
export const signedFile = z
  .strictObject({
    manifest: signedFileManifest,
    signature: z.base64().describe('Ed25519 over the canonical JSON of the manifest'),
  })
  .meta({ id: 'SignedFile', description: '`manifest.json` of an archive: with it the file beside it proves itself' });
export type SignedFile = z.output<typeof signedFile>;
