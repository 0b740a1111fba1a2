import { Controller, Get, Req } from '@nestjs/common';
import type { ProviderList } from '../../api/translations/providers.controller';
import type { Api } from '../api-client/api';
import { languageName } from '../forms/lists';
import { View, type Answer } from '../http/view';
import type { WebRequest } from '../session/session';

type Provider = ProviderList['items'][number];

/** Who can put messages into English, as they are now. */
export const readProviders = async (api: Api): Promise<readonly Provider[]> =>
  (await api.get<ProviderList>('/api/v1/translation-providers')).items;

const NAMES: Readonly<Record<Provider['id'], string>> = {
  azure: 'Azure AI Translator',
  libretranslate: 'LibreTranslate',
  apertium: 'Apertium',
  gloss: 'Dictionaries, word by word',
};
/** What a provider is called. */
export const providerName = (id: Provider['id']): string => NAMES[id];

@Controller('settings/providers')
export class ProvidersController {
  @Get()
  async all(@Req() { api }: WebRequest): Promise<Answer> {
    const providers = (await readProviders(api)).map((one) => ({
      ...one,
      name: providerName(one.id),
      languages: one.languages.map(languageName).sort((a, b) => a.localeCompare(b, 'en-GB')),
    }));
    return new View('settings/providers.njk', { providers });
  }
}
