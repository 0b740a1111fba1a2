import { Controller, Get, Req } from '@nestjs/common';
import type { Role } from '../../../domain/access/actor';
import { DATA_KEEPERS, LEXICON_KEEPERS, mayGive, PREMISES_RULERS, WEBHOOK_KEEPERS } from '../../../domain/access/rules';
import { View, type Answer } from '../http/view';
import type { WebRequest } from '../session/session';

interface Setting {
  readonly href: string;
  readonly title: string;
  readonly says: string;
  /** Absent: everyone's to look at. */
  readonly for?: readonly Role[];
}

/** What can be set, and by whom it can be looked at. */
const SETTINGS: readonly { readonly title: string; readonly items: readonly Setting[] }[] = [
  {
    title: 'You',
    items: [
      { href: '/me', title: 'Your account', says: 'Your roles, force and clearance, and what they let you see.' },
      {
        href: '/views',
        title: 'Saved views',
        says: 'Lists of operations that you, or others of your force, have named.',
      },
    ],
  },
  {
    title: 'What everybody works with',
    items: [
      {
        href: '/settings/support-needs',
        title: 'Themes of the support-need assessment',
        says: 'What a potential victim is asked about. Administrators keep them.',
      },
      {
        href: '/settings/threat-models',
        title: 'Threat models',
        says: 'What is asked to score a threat, and what each answer means. Supervisors keep those of their unit.',
      },
      {
        href: '/settings/providers',
        title: 'Who puts messages into English',
        says: 'Each provider, whether it answers just now, its languages and its price.',
      },
    ],
  },
  {
    title: 'Your force',
    items: [
      {
        href: '/settings/lexicons',
        title: 'Lexicon',
        says: 'The words that messages of phones are searched for.',
        for: LEXICON_KEEPERS,
      },
      {
        href: '/settings/premises',
        title: 'What may leave the force’s machines',
        says: 'Whether messages may be sent elsewhere to be put into English.',
        for: PREMISES_RULERS,
      },
      {
        href: '/profiles/imports',
        title: 'Records of forces',
        says: 'Files that are handed in, and how they are read.',
        for: DATA_KEEPERS,
      },
    ],
  },
  {
    title: 'The system',
    items: [
      {
        href: '/settings/webhooks',
        title: 'Webhooks',
        says: 'Partner systems that are told what happens, by reference only.',
        for: WEBHOOK_KEEPERS,
      },
      {
        href: '/people',
        title: 'People and their roles',
        says: 'Who has signed in, with the roles and the force that the identity provider gives them.',
        for: ['administrator', 'supervisor'],
      },
    ],
  },
];

@Controller('settings')
export class SettingsController {
  @Get()
  all(@Req() { me }: WebRequest): Answer {
    const groups = SETTINGS.map(({ title, items }) => ({
      title,
      items: items.filter(({ for: whose }) => whose === undefined || mayGive(me, whose)),
    })).filter(({ items }) => items.length > 0);
    return new View('settings/settings.njk', { groups });
  }
}
