import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { DeleteObjectCommand, GetObjectCommand, NoSuchKey, PutObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import { FilesAway, NotStored, type FileStore } from './file-store';

/** Keeps files in a bucket, each under its digest, which the server checks as it takes the content in. */
export class S3Store implements FileStore {
  constructor(
    private readonly client: S3Client,
    private readonly bucket: string,
  ) {}

  async put(sha256: string, file: string): Promise<void> {
    const { size } = await stat(file);
    const content = createReadStream(file);
    try {
      await answered(
        this.client.send(
          new PutObjectCommand({
            Bucket: this.bucket,
            Key: sha256,
            Body: content,
            ContentLength: size,
            ChecksumSHA256: Buffer.from(sha256, 'hex').toString('base64'),
          }),
        ),
      );
    } finally {
      content.destroy();
    }
  }

  async open(sha256: string): Promise<Readable> {
    const found = this.client.send(new GetObjectCommand({ Bucket: this.bucket, Key: sha256 }));
    const { Body } = await answered(
      found.catch((error: unknown) => {
        throw error instanceof NoSuchKey ? new NotStored(sha256) : error;
      }),
    );
    return Body as Readable;
  }

  async remove(sha256: string): Promise<void> {
    await answered(this.client.send(new DeleteObjectCommand({ Bucket: this.bucket, Key: sha256 })));
  }
}

/** Whatever goes wrong on the way to the server may go well later: the request may be repeated. */
async function answered<T>(request: Promise<T>): Promise<T> {
  try {
    return await request;
  } catch (cause) {
    throw cause instanceof NotStored ? cause : new FilesAway('The file store gave no answer.', { cause });
  }
}
