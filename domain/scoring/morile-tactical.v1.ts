import type { ThreatFactor, ThreatModel } from './model.schema';

const asking = (
  group: ThreatFactor['group'],
  question: string,
  guidance: readonly [string, string, string, string, string],
): ThreatFactor => ({ group, question, guidance: [...guidance], weight: 1 });

/**
 * The model that Waymark brings, after the MoRiLE tactical matrix (programme slides c. 2015). The national scales are not
 * public: factors, the meaning of each step and the arithmetic are the project default of DOMAIN §2.
 */
export const MORILE_TACTICAL = {
  name: 'morile-tactical-project-default',
  version: 1,
  title: 'MoRiLE tactical matrix, project default',
  factors: {
    physicalHarm: asking('harm', 'How severe is the physical harm to victims?', [
      'None is known or likely.',
      'Slight: no treatment needed.',
      'Moderate: treatment needed, full recovery expected.',
      'Severe: hospital treatment, lasting injury, or sexual assault.',
      'Extreme: death, rape, torture, or injury that changes a life.',
    ]),
    psychologicalHarm: asking('harm', 'How severe and lasting is the psychological harm?', [
      'None is known or likely.',
      'Upset that passes in days.',
      'Fear or distress for weeks; daily life goes on.',
      'Lasting trauma; daily life is hampered, support is needed.',
      'Control of a whole life, suicidal thoughts, or trauma for years.',
    ]),
    financialHarm: asking('harm', 'What is lost in money, wages or property?', [
      'Nothing.',
      'Losses that are soon made good.',
      'Losses that hurt: weeks of wages, or debt that can be paid.',
      'Most of what victims have or earn, or debt that holds them.',
      'All they have: unpaid labour, lost home, or debt bondage.',
    ]),
    communityHarm: asking('harm', 'What is the effect on the community and environment?', [
      'None is noticed.',
      'A few neighbours notice.',
      'A street or a business suffers; complaints are made.',
      'A neighbourhood changes its habits, or lawful trade is pushed out.',
      'A community lives in fear or loses trust in the law, or land is poisoned.',
    ]),
    geographicScope: asking('harm', 'How far does it reach: local, cross-border, national, international?', [
      'One address.',
      'One district.',
      'Several districts of one force.',
      'Several forces.',
      'Several countries.',
    ]),
    victimVulnerability: asking('likelihood', 'How vulnerable are those exposed to it?', [
      'Nobody in particular is exposed.',
      'Adults who can protect themselves, and know where help is.',
      'Adults who depend on others: for language, work or status.',
      'Adults with care needs, or who are not free to leave.',
      'Children, or adults whom nobody would miss.',
    ]),
    frequency: asking('likelihood', 'How often does it happen?', [
      'It is not known to have happened.',
      'Once.',
      'From time to time in a year.',
      'Every month.',
      'Every week or without a pause.',
    ]),
    scale: asking('likelihood', 'How many people are involved or affected?', [
      'Nobody is known.',
      'One victim.',
      'Two to five victims.',
      'Six to twenty victims, or an organised group.',
      'More than twenty victims, or several organised groups.',
    ]),
  },
} as const satisfies ThreatModel;
