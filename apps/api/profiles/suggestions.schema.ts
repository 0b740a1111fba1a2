import { z } from 'zod';
import { FORCES } from '../../../domain/access/actor';
import { MARKINGS, THREAT_AREAS } from '../../../domain/operation/codes';
import { grade } from '../../../domain/operation/areas/fields.schema';
import { PROFILE_AREAS } from '../../../domain/profiles/areas.v1';
import { plainText } from '../../../domain/text/text.schema';
import { ranked } from './runs.schema';

export const suggestionList = z
  .object({
    items: z.array(
      z.object({
        id: z.string(),
        run: z.string(),
        area: z.enum(PROFILE_AREAS),
        threatArea: z.enum(THREAT_AREAS),
        leadForce: z.enum(FORCES),
        grounds: z.string().describe('As the referral will have them, unless you write others'),
        place: ranked.pick({
          rank: true,
          person: true,
          score: true,
          recency: true,
          frequency: true,
          gravity: true,
          events: true,
          forces: true,
        }),
        operation: z.string().nullable(),
        settledBy: z.string().nullable(),
        madeAt: z.iso.datetime(),
      }),
    ),
  })
  .meta({
    id: 'ReferralSuggestions',
    description: 'Who is new and high in a profile, of your force; the first 100 that are open',
  });
export type SuggestionList = z.output<typeof suggestionList>;

export const openSuggested = z
  .strictObject({
    marking: z.enum(MARKINGS).default('OFFICIAL-SENSITIVE'),
    grade: grade
      .default({ sourceEvaluation: '1', intelligenceAssessment: 'C', handlingCode: 'P' })
      .describe('Records of the police, of what it knows indirectly, unless you say otherwise'),
    grounds: plainText(4000).optional().describe('In place of those that are filled in'),
  })
  .meta({ id: 'OpenSuggestedReferral' });
export type OpenSuggested = z.output<typeof openSuggested>;

export const declineSuggestion = z
  .strictObject({ reason: plainText(2000).describe('Why no referral is opened') })
  .meta({ id: 'DeclineReferralSuggestion' });
export type DeclineSuggestion = z.output<typeof declineSuggestion>;

export const settled = z
  .object({ suggestion: z.string(), operation: z.string().nullable().describe('The referral that was opened') })
  .meta({ id: 'SettledReferralSuggestion' });
export type Settled = z.output<typeof settled>;
