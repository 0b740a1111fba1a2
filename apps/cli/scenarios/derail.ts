import { setTimeout as sleep } from 'node:timers/promises';
import type { PersonId } from '../../../platform/embedded/identity/people';
import { devicesExamined, preparedDays, premisesSearched } from './derail-enforcement';
import { analyst, liaison, media, sio, supervisor, tasking } from './people';
import { Play, type Cast, type ScenarioResult } from './scenario';

/** Invented names (each means “example” or the like); ages, places and roles follow the newsletter only in outline. */
const SUSPECTS = [
  { key: 'A', name: 'Bence Minta', offence: 'MSA2015-s2', months: 40, day: '2021-12-07T06:12:00Z' },
  { key: 'B', name: 'Katinka Példa', offence: 'MSA2015-s2', months: 40, day: '2021-12-07T06:14:00Z' },
  { key: 'C', name: 'Csenge Teszt', offence: 'SCA2015-s45', months: 20, day: '2021-12-07T06:20:00Z' },
  { key: 'D', name: 'Dávid Próba', offence: 'SCA2015-s45', months: 15, day: '2021-12-08T06:05:00Z' },
  { key: 'E', name: 'Eszter Kitalált', offence: 'SCA2015-s45', months: 15, day: '2021-12-08T06:07:00Z' },
] as const;

/** The operation from its referral until its team is there, as of September 2021. */
export async function takenOn(play: Play<PersonId>): Promise<void> {
  const at = (happenedAt: string) => ({ happenedAt });
  await play.does(
    tasking,
    'opens the referral',
    'openReferral',
    {
      codename: 'Derail',
      threatArea: 'modern-slavery-human-trafficking',
      leadForce: 'norfolk',
      marking: 'OFFICIAL-SENSITIVE',
      grade: { sourceEvaluation: '1', intelligenceAssessment: 'B', handlingCode: 'P' },
      grounds:
        'Safeguarding visits by the Missing, Adult Sex-working, Slavery and Trafficking team to several addresses: ' +
        'vulnerable women from Hungary, advertised online, movements and earnings controlled by others.',
    },
    at('2021-09-06T09:30:00Z'),
  );
  const stale = (await play.view(tasking)).etag ?? '';
  await play.does(
    tasking,
    'names the first suspect',
    'addSubject',
    {
      roles: ['suspect'],
      name: SUSPECTS[0].name,
      grounds: 'Books the flights and pays for the adverts.',
    },
    at('2021-09-06T10:00:00Z'),
  );
  await play.isRefused(
    tasking,
    'submits from a page that is out of date',
    'submitReferral',
    {},
    { status: 409, reasons: ['version-conflict'] },
    { ifMatch: stale },
  );
  await play.does(tasking, 'submits the referral', 'submitReferral', {}, at('2021-09-06T10:30:00Z'));
  await play.does(
    analyst,
    'records the threat score',
    'recordThreatScore',
    {
      factors: {
        physicalHarm: 3,
        psychologicalHarm: 4,
        financialHarm: 2,
        communityHarm: 2,
        geographicScope: 4,
        victimVulnerability: 4,
        frequency: 3,
        scale: 3,
      },
      confidence: 3,
      capacity: 2,
      capability: 3,
      rationale: 'Several victims at a time, moved between addresses and across the border.',
    },
    at('2021-09-08T14:00:00Z'),
  );
  await play.isRefused(
    analyst,
    'adopts without being a tasking officer',
    'adopt',
    { codename: 'Derail', products: ['telecoms'], rationale: 'Urgent.' },
    { status: 403, reasons: ['role', 'score-confirmed'] },
  );
  await play.does(tasking, 'confirms the score', 'confirmThreatScore', { risk: 150 }, at('2021-09-09T09:00:00Z'));
  await play.does(
    tasking,
    'adopts the operation',
    'adopt',
    {
      codename: 'Derail',
      products: ['telecoms', 'network', 'financial', 'travel', 'open-source'],
      rationale: 'High risk, cross-border, beyond the capacity of one force.',
    },
    at('2021-09-09T11:00:00Z'),
  );
  for (const [person, role] of [
    [sio, 'senior-investigating-officer'],
    [analyst, 'intelligence-analyst'],
    [media, 'digital-media-investigator'],
    [liaison, 'rocu-liaison-officer'],
  ] as const)
    await play.does(tasking, `assigns ${person}`, 'assignTeam', { person, role }, at('2021-09-10T09:00:00Z'));
}

/**
 * Operation Derail's main road (TOEX newsletter 4; DOMAIN §8), as the right people, with synthetic names: from the
 * safeguarding visits of September 2021 to the sentences of February 2023.
 */
export async function derail(cast: Cast<PersonId>, say: (line: string) => void): Promise<ScenarioResult> {
  const started = performance.now();
  const play = new Play(cast, say);
  const at = (happenedAt: string) => ({ happenedAt });

  say('Referral and assessment');
  await takenOn(play);

  say('Intelligence build');
  for (const { key, name } of SUSPECTS.slice(1))
    await play.does(
      analyst,
      `names suspect ${key}`,
      'addSubject',
      {
        roles: ['suspect'],
        name,
        grounds: 'Contact with the first suspect and with victims, from call data.',
      },
      at('2021-10-11T10:00:00Z'),
    );
  const { subject: victim } = await play.does(
    analyst,
    'names a potential victim',
    'addSubject',
    {
      roles: ['potential-victim'],
      name: 'Name withheld (first woman)',
      grounds: 'Found at the first address.',
    },
    at('2021-10-12T10:00:00Z'),
  );
  for (const [product, summary] of [
    ['telecoms', 'Contact between suspects and victims; the adverts carry their numbers.'],
    ['network', 'Five suspects, two addresses; one pair directs.'],
    ['financial', 'Payments of more than £6,800 received; adverts and flights paid by the directing pair.'],
    ['travel', 'A pattern of flights between the United Kingdom and Hungary.'],
    ['open-source', 'Adverts whose pictures match rooms at the addresses.'],
  ] as const)
    await play.does(
      analyst,
      `completes the ${product} product`,
      'completeProduct',
      { product, summary },
      at('2021-11-05T16:00:00Z'),
    );
  await play.isRefused(
    sio,
    'moves on without a signed-off package',
    'advance',
    {},
    { status: 422, reasons: ['package-signed-off'] },
  );
  await play.does(
    sio,
    'submits the intelligence package',
    'submitPackage',
    { summary: 'Grounds for five arrests at two addresses.' },
    at('2021-11-08T12:00:00Z'),
  );
  await play.isRefused(
    sio,
    'signs off their own package',
    'signOffPackage',
    {},
    { status: 422, reasons: ['own-package'] },
  );
  await play.does(supervisor, 'signs off the package', 'signOffPackage', {}, at('2021-11-09T09:00:00Z'));

  say('Europol liaison and enforcement');
  await play.does(
    liaison,
    'opens liaison with Hungary',
    'openEuropolLiaison',
    { country: 'HU', purpose: 'Identify the outstanding footprint and those who benefit.' },
    at('2021-11-10T10:00:00Z'),
  );
  const evaluation = { source: 'A', information: '2' };
  const { message } = await play.does(
    liaison,
    'sends a message through SIENA',
    'recordEuropolMessage',
    {
      direction: 'out',
      evaluation,
      handling: 'H1',
      replyWithinDays: 10,
      content: 'Request for identification of account holders and travel companions.',
    },
    at('2021-11-10T11:00:00Z'),
  );
  await play.does(
    liaison,
    'receives the answer',
    'recordEuropolMessage',
    {
      direction: 'in',
      evaluation,
      handling: 'H1',
      answers: message,
      content: 'Identities confirmed; joint work agreed.',
    },
    at('2021-11-22T15:00:00Z'),
  );
  await play.does(sio, 'moves on to enforcement', 'advance', {}, at('2021-11-23T09:00:00Z'));
  await play.isRefused(
    sio,
    'moves on without a plan',
    'advance',
    {},
    { status: 422, reasons: ['plan-signed', 'safeguarding-planned'] },
  );
  await play.does(
    analyst,
    'records the safeguarding plan',
    'recordSafeguardingPlan',
    { subject: victim, plan: 'Reception centre, interpreter and support worker on the day.' },
    at('2021-12-01T10:00:00Z'),
  );
  await play.does(
    sio,
    'signs the enforcement plan',
    'signEnforcementPlan',
    {
      plan: 'Two days, two addresses; the second follows from what the first yields.',
      policyFile: 'Arrest on two days to preserve evidence at the second address; risks reviewed.',
      premises: [
        { address: '1 Example Road, Norwich', power: 'warrant-pace-s8' },
        { address: '2 Sample Road, Norwich', power: 'warrant-pace-s8' },
      ],
    },
    at('2021-12-02T10:00:00Z'),
  );
  const warrants = await preparedDays(play);
  for (const [nth, { key, day }] of SUSPECTS.entries())
    await play.does(
      sio,
      `arrests suspect ${key}`,
      'recordArrest',
      { subject: `S${nth + 1}`, station: 'NOR-WYM' },
      at(day),
    );
  await premisesSearched(play, warrants);
  await devicesExamined(play);
  await play.does(
    media,
    'has the messages of a seized phone translated',
    'requestTranslation',
    { language: 'hu', extract: 'Exhibit EX/1: messages of the first phone' },
    at('2021-12-08T15:00:00Z'),
  );
  await translationReported(play);

  say('Prosecution and sentencing');
  await play.does(sio, 'moves on to prosecution', 'advance', {}, at('2021-12-08T18:00:00Z'));
  await play.isRefused(
    sio,
    'moves on with suspects undecided',
    'advance',
    {},
    { status: 422, reasons: ['suspects-decided'] },
  );
  for (const [nth, { key, offence }] of SUSPECTS.entries())
    await play.does(
      sio,
      `charges suspect ${key}`,
      'recordCharge',
      { subject: `S${nth + 1}`, offences: [offence] },
      at('2021-12-09T10:00:00Z'),
    );
  await play.does(sio, 'moves on to sentencing', 'advance', {}, at('2022-11-14T10:00:00Z'));
  for (const [nth, { key, months }] of SUSPECTS.slice(0, 4).entries())
    await play.does(
      sio,
      `records ${months} months for ${key}`,
      'recordSentence',
      { subject: `S${nth + 1}`, months, court: 'NORWICH-CC' },
      at('2023-02-17T14:00:00Z'),
    );

  await receiptsConfiscated(play);

  say('Closure');
  await play.does(supervisor, 'assesses the disruption', 'assessDisruption', {
    disruption: 'major',
    rationale: 'The group has ceased to operate; its members are in custody.',
  });
  for (const [item, outcome, note] of [
    ['orders', 'not-applicable', 'None applied for.'],
    ['confiscation', 'settled', 'Receipts of more than £6,800 put before the court.'],
    ['appeal-windows', 'settled', 'Ended on 17 March 2023 without an appeal or reference.'],
    ['exhibits', 'settled', 'Returned or destroyed; devices kept under retention.'],
    ['safeguarding', 'settled', 'Support handed over to the partner agency.'],
  ] as const)
    await play.does(supervisor, `settles ${item}`, 'settleClosingItem', { item, outcome, note });
  await play.does(sio, 'records the debrief', 'recordDebrief', {
    debrief: 'Media investigators on the day made the difference.',
    reviewDate: '2033-02-17',
  });
  await play.isRefused(
    supervisor,
    'closes with a suspect undecided',
    'close',
    {},
    { status: 422, reasons: ['proceedings-ended'] },
  );
  await play.does(
    sio,
    'records 15 months for E',
    'recordSentence',
    { subject: 'S5', months: SUSPECTS[4].months, court: 'NORWICH-CC' },
    at('2023-02-17T15:00:00Z'),
  );
  await play.does(supervisor, 'closes the operation', 'close', {});
  return play.result('derail', supervisor, started);
}

/** Waits until the translation workflow has reported to the operation. */
async function translationReported(play: Play<PersonId>): Promise<void> {
  for (let patience = 150; patience > 0; patience--) {
    const { body } = await play.view(media);
    if (body.translations.every(({ status }) => status === 'reported')) return;
    await sleep(200);
  }
  throw new Error('The translation was not reported within 30 seconds: are the jobs running?');
}

/** The receipts of the pair that directed lead to confiscation (more than £6,800 [S]). */
async function receiptsConfiscated(play: Play<PersonId>): Promise<void> {
  const begun = { subject: 'S1', benefitPence: 680_000, receipts: 'Transfers of more than £6,800 to one account.' };
  await play.does(sio, 'begins confiscation', 'beginConfiscation', begun, { happenedAt: '2023-02-17T15:30:00Z' });
  const order = { subject: 'S1', pence: 680_000, court: 'NORWICH-CC' };
  await play.does(sio, 'records the confiscation order', 'recordConfiscationOrder', order, {
    happenedAt: '2023-06-01T10:00:00Z',
  });
}
