import { adopted, closed, names, packaged, safeguarded } from './main-road';
import { liaison, sio, supervisor, type Scenario } from './people';
import { Play } from './scenario';

/**
 * Operation Mosaic (TOEX newsletter 4; DOMAIN §8): four women from Bulgaria who were sold their papers and their journey, a
 * fifth who speaks, and a suspect who is wanted abroad. No sentence in this country: closing must not need one.
 */
export const mosaic: Scenario = async (cast, say) => {
  const started = performance.now();
  const play = new Play(cast, say);
  say('Referral and assessment');
  await adopted(play, {
    codename: 'Mosaic',
    threatArea: 'modern-slavery-human-trafficking',
    leadForce: 'lincolnshire',
    marking: 'OFFICIAL-SENSITIVE',
    grounds:
      'Four women found at one address, each indebted for papers (£500) and entry (£300); one tattooed as property.',
    rationale: 'Several victims, a wanted suspect, and a trail through three countries.',
    products: ['network', 'open-source', 'travel'],
    day: '2021-05-10',
  });

  say('Intelligence build');
  const day = '2021-06-01T10:00:00Z';
  const suspect = await names(
    play,
    'suspect',
    'Stoyan Primerov',
    'Named by two of the women as the one they owe.',
    day,
  );
  const women: string[] = [];
  for (const which of ['first', 'second', 'third', 'fourth', 'fifth'])
    women.push(
      await names(
        play,
        'potential-victim',
        `Name withheld (${which} woman)`,
        'Found at the address, or told of it.',
        day,
      ),
    );
  await play.does(
    liaison,
    'opens liaison with Romania',
    'openEuropolLiaison',
    { country: 'RO', purpose: 'A warrant is said to be out.' },
    { happenedAt: day },
  );
  await play.isRefused(
    liaison,
    'asks for a surrender without naming whom',
    'makeEuropolRequest',
    { kind: 'surrender-by-us', country: 'RO', content: 'As the warrant says.' },
    { status: 400, reasons: ['validation'] },
  );
  const asked = {
    kind: 'surrender-by-us',
    country: 'RO',
    subject: suspect,
    content: 'European arrest warrant of 2019.',
  };
  const { request } = await play.does(liaison, 'takes the request for surrender', 'makeEuropolRequest', asked, {
    happenedAt: day,
  });
  await packaged(
    play,
    {
      network: 'One man directs; two more carry.',
      'open-source': 'Adverts with the pictures of three of the women.',
      travel: 'Coaches and one flight, all booked from the same account.',
    },
    'Grounds to locate and arrest one suspect on his warrant.',
    '2021-06-20T10:00:00Z',
  );

  say('Enforcement and surrender');
  for (const woman of women) await safeguarded(play, woman, 'sexual', 'BG', '2021-07-01T09:00:00Z');
  const plan = {
    plan: 'One address, at dawn; the women are met elsewhere.',
    policyFile: 'Arrest on the warrant comes first.',
    premises: [{ address: '3 Specimen Street, Lincoln', power: 'pace-s17' }],
  };
  await play.does(sio, 'signs the enforcement plan', 'signEnforcementPlan', plan, {
    happenedAt: '2021-07-02T09:00:00Z',
  });
  await play.does(
    sio,
    'arrests the suspect',
    'recordArrest',
    { subject: suspect, station: 'LIN-CTY' },
    { happenedAt: '2021-07-05T05:40:00Z' },
  );
  await play.does(sio, 'moves on to prosecution', 'advance', {}, { happenedAt: '2021-07-06T09:00:00Z' });
  await play.isRefused(
    sio,
    'moves on with the suspect undecided',
    'advance',
    {},
    { status: 422, reasons: ['suspects-decided'] },
  );
  const granted = { request, granted: true, note: 'The court has ordered the surrender.' };
  await play.does(liaison, 'records the decision to surrender', 'decideEuropolRequest', granted, {
    happenedAt: '2021-09-10T12:00:00Z',
  });
  const surrender = { subject: suspect, country: 'RO', warrant: 'EAW' };
  await play.does(liaison, 'records the surrender to Romania', 'recordSurrender', surrender, {
    happenedAt: '2021-09-20T08:00:00Z',
  });
  await play.does(sio, 'moves on to sentencing', 'advance', {}, { happenedAt: '2021-09-21T08:00:00Z' });

  say('Closure');
  await closed(play, 'major', {
    orders: 'None applied for.',
    confiscation: 'None: proceedings are abroad.',
    'appeal-windows': 'None: there is no sentence here.',
    exhibits: 'None seized.',
    safeguarding: 'All five have returned, each met by a partner agency.',
  });
  return play.result('mosaic', supervisor, started);
};
