import { Controller, Get, Inject } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { PROVIDER_IDS } from '../../../domain/translation/provider-ids';
import type { Providers } from '../../../platform/translation/providers/create-providers';
import type { TranslationProvider } from '../../../platform/translation/providers/provider';
import { Route } from '../openapi/route';
import { TRANSLATORS } from '../tokens';

const provider = z
  .object({
    id: z.enum(PROVIDER_IDS),
    kind: z.enum(['translation', 'gloss']).describe('`gloss`: word by word from a dictionary, and no translation'),
    leavesPremises: z.boolean().describe('What is sent leaves the force’s own machines: its rule may forbid that'),
    version: z.string(),
    isHealthy: z.boolean(),
    detail: z.string().describe('What answers, or why nothing does'),
    languages: z.array(z.string()).describe('That it puts into English'),
    pencePerMillion: z.number().describe('For a million characters'),
    textsAtOnce: z.int(),
    charactersAtOnce: z.int(),
  })
  .meta({ id: 'TranslationProvider' });
const providerList = z.object({ items: z.array(provider) }).meta({
  id: 'TranslationProviderList',
  description: 'The best first: each language goes to the first that knows it',
});
export type ProviderList = z.output<typeof providerList>;

@ApiTags('Translations')
@Controller('api/v1/translation-providers')
export class ProvidersController {
  constructor(@Inject(TRANSLATORS) private readonly translators: Providers) {}

  @Get()
  @Route({
    id: 'listTranslationProviders',
    logged: { nothing: 'It tells of providers, and of no operation or person.' },
    summary: 'List who can put messages into English',
    description: 'With health, languages, price and limits, as they are now.',
    answer: providerList,
  })
  async all(): Promise<ProviderList> {
    return { items: await Promise.all(this.translators.providers.map(shown)) };
  }
}

async function shown(one: TranslationProvider): Promise<ProviderList['items'][number]> {
  const { isHealthy, detail } = await one.health();
  const { id, kind, leavesPremises, version, pencePerMillion, limits } = one;
  return {
    ...{ id, kind, leavesPremises, version, isHealthy, detail, pencePerMillion },
    languages: isHealthy ? [...(await one.languages())] : [],
    textsAtOnce: limits.texts,
    charactersAtOnce: limits.characters,
  };
}
