import { Inject, Injectable } from '@nestjs/common';
import type { WebConfig } from '../config';
import type { Schema } from '../forms/schema';
import { CONFIG } from '../tokens';
import { unreachable } from './problem';

interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}
interface Operation {
  readonly operationId?: string;
  readonly summary?: string;
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Schema }>> };
}

/** What the API's document says of the bodies of its routes, so that forms are made from the API's own words. */
@Injectable()
export class Schemas {
  private document: Promise<Document> | undefined;

  constructor(@Inject(CONFIG) private readonly config: WebConfig) {}

  /** The JSON Schema of the body of a route, what it refers to put in place. @throws ApiProblem while the API is away */
  async bodyOf(operationId: string): Promise<Schema> {
    const { paths, components } = await this.read();
    const operation = Object.values(paths)
      .flatMap((methods) => Object.values(methods))
      .find((one) => one.operationId === operationId);
    const [content] = Object.values(operation?.requestBody?.content ?? {});
    const schema = content?.schema;
    if (!schema) throw new Error(`The API's document describes no body of ${operationId}`);
    return resolved(schema, (reference) => components.schemas[reference.replace('#/components/schemas/', '')]);
  }

  /** What each route is for, by its `operationId`: what the access log has done people did. @throws ApiProblem while the API is away */
  async titles(): Promise<ReadonlyMap<string, string>> {
    const { paths } = await this.read();
    return new Map(
      Object.values(paths)
        .flatMap((methods) => Object.values(methods))
        .map(({ operationId = '', summary = '' }) => [operationId, summary]),
    );
  }

  private read(): Promise<Document> {
    this.document ??= fetch(`${this.config.API_URL}/api/openapi.json`, { signal: AbortSignal.timeout(10_000) })
      .then((response) => response.json() as Promise<Document>)
      .catch(() => {
        this.document = undefined;
        throw unreachable();
      });
    return this.document;
  }
}

/** A schema with everything that it refers to put in place. */
export function resolved(schema: Schema, find: (reference: string) => Schema | undefined): Schema {
  const put = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(put);
    if (typeof value !== 'object' || value === null) return value;
    const { $ref, ...beside } = value as { $ref?: string };
    const others = Object.fromEntries(Object.entries(beside).map(([key, one]) => [key, put(one)]));
    return $ref === undefined ? others : { ...(put(find($ref)) as object), ...others };
  };
  return put(schema) as Schema;
}
