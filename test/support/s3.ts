import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { listening } from './listener';

/**
 * An S3 server as far as files need one, with the bucket in the path: objects are put with the SHA-256 they must have, got
 * and deleted by requests signed with Signature Version 4 (whose signature it does not recompute).
 */
export async function startS3(bucket: string) {
  const objects = new Map<string, Buffer>();
  const server = createServer((request, response) => {
    serve(request, response, bucket, objects).catch(() => response.destroy());
  });
  const { address, close } = await listening(server);
  return { objects, endpoint: `http://${address}`, close };
}

async function serve(request: IncomingMessage, response: ServerResponse, bucket: string, objects: Map<string, Buffer>) {
  const { pathname } = new URL(request.url ?? '/', 'http://s3');
  const [, named, key = ''] = pathname.split('/');
  const refuse = (status: number, code: string) =>
    response
      .writeHead(status, { 'content-type': 'application/xml' })
      .end(`<?xml version="1.0" encoding="UTF-8"?><Error><Code>${code}</Code><Message>${code}</Message></Error>`);
  const content = await buffer(request);
  if (!/^AWS4-HMAC-SHA256 Credential=.+, ?SignedHeaders=.+, ?Signature=/.test(request.headers.authorization ?? ''))
    return refuse(403, 'AccessDenied');
  if (named !== bucket) return refuse(404, 'NoSuchBucket');
  switch (request.method) {
    case 'PUT': {
      const digest = createHash('sha256').update(content).digest('base64');
      if (request.headers['x-amz-checksum-sha256'] !== digest) return refuse(400, 'BadDigest');
      objects.set(key, content);
      return response.writeHead(200, { etag: '"an-object"' }).end();
    }
    case 'GET': {
      const object = objects.get(key);
      return object
        ? response.writeHead(200, { 'content-length': object.length }).end(object)
        : refuse(404, 'NoSuchKey');
    }
    case 'DELETE':
      objects.delete(key);
      return response.writeHead(204).end();
    default:
      return refuse(405, 'MethodNotAllowed');
  }
}
