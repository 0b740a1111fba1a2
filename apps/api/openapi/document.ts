import type { INestApplication } from '@nestjs/common';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import { z } from 'zod';
import { SCOPES } from '../../../domain/access/scopes';
import { messageFile } from '../../../platform/europol/message-file.v1';
import { exportDocument } from '../../../platform/export/export.schema';
import { signedFile } from '../../../platform/export/signed-file.schema';
import { disclosureSchedule } from '../disclosure/disclosure.schema';
import { feedEvent } from '../events/feed.schema';
import { figures } from '../figures/figures.schema';
import { problemSchema } from '../http/problems';
import { ranking } from '../profiles/runs.schema';
import { describeCommands } from './commands';
import { addSchema, jsonSchema } from './schema';

const OF_SYSTEMS = `Of a system, by client credentials, with one of the scopes: ${Object.entries(SCOPES)
  .map(([scope, meaning]) => `\`${scope}\` (${meaning})`)
  .join(', ')}.`;
const PUBLIC_TAGS = ['Health', 'Sessions'];

/** The OpenAPI document of the API, from its routes and their schemas. */
export function createDocument(app: INestApplication): OpenAPIObject {
  const config = new DocumentBuilder()
    .setOpenAPIVersion('3.1.1')
    .setTitle('Waymark')
    .setVersion('1')
    .setDescription(
      'Durable case management of operations against organised exploitation. An operation changes by commands alone; each ' +
        'is recorded on its timeline before it is answered, so whoever reads next sees it. Times are RFC 3339 in UTC.',
    )
    .setLicense('Unlicensed', '')
    .addServer('/', 'This server')
    .addBearerAuth({ type: 'http', scheme: 'bearer', bearerFormat: 'JWT', description: 'Of a person' }, 'token')
    .addBearerAuth({ type: 'http', scheme: 'bearer', bearerFormat: 'JWT', description: OF_SYSTEMS }, 'system')
    .addSecurityRequirements('token')
    .addTag('Operations', 'Operations as they are now')
    .addTag('Commands', 'The only way to change an operation')
    .addTag('Bulk', 'One command for many operations')
    .addTag('Filters', 'Filters of the worklist, kept by name')
    .addTag('People', 'Who works with Waymark, by identifiers and never by name')
    .addTag('Dip samples', 'Operations drawn at random, to be looked into')
    .addTag('Figures', 'All operations together, in numbers')
    .addTag('Force data', 'Records of forces, as they hand them in')
    .addTag('Force Profiles', 'Suspects and victims by recency, frequency and gravity')
    .addTag('Europol liaison', 'Messages as files, until SIENA carries them')
    .addTag('Lists', 'Lists that are data')
    .addTag('Files', 'Kept apart from the timeline, which holds their digests')
    .addTag('Timeline', 'What has happened, in order and provably unaltered')
    .addTag('Live events', 'What happens, as it is recorded')
    .addTag('Inbox', 'What you are told of')
    .addTag('Access log', 'Who looked at what')
    .addTag('Sessions', 'What the identity provider says of them; open to everyone, since its token proves itself')
    .addTag('Health', 'The process itself; open to everyone')
    .build();
  const document = SwaggerModule.createDocument(app, config, {
    standardSchemaConverter: (schema) => (schema instanceof z.ZodType ? jsonSchema(schema) : undefined),
  });
  document.info.license = { name: 'Unlicensed', identifier: 'LicenseRef-Unlicensed' } as never;
  for (const schema of [
    problemSchema,
    feedEvent,
    exportDocument,
    signedFile,
    figures,
    disclosureSchedule,
    messageFile,
    ranking,
  ])
    addSchema(document, schema);
  describeCommands(document);
  tidy(document);
  return document;
}

/** Serves the document at /api/openapi.json and its page, with all its assets, at /api/docs. */
export function serveDocument(app: NestExpressApplication): void {
  SwaggerModule.setup('api/docs', app, () => createDocument(app), {
    jsonDocumentUrl: 'api/openapi.json',
    raw: ['json'],
    customSiteTitle: 'Waymark API',
  });
}

function tidy(document: OpenAPIObject): void {
  for (const path of Object.values(document.paths))
    for (const operation of [path.get, path.post, path.put, path.delete]) {
      if (!operation) continue;
      if (operation.tags?.some((tag) => PUBLIC_TAGS.includes(tag))) operation.security = [];
      for (const parameter of operation.parameters ?? [])
        if ('name' in parameter && parameter.name === 'reference')
          parameter.description = 'Reference of the operation, as OP-2026-000123';
    }
}
