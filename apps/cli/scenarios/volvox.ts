import { adopted, closed, names, packaged, safeguarded } from './main-road';
import { analyst, liaison, sio, supervisor, tasking, type Scenario } from './people';
import { Play } from './scenario';

/**
 * Operation Volvox (TOEX newsletter 4; DOMAIN §8): labour exploitation known since 2018; two of those arrested turn out to be
 * victims themselves, beside ten others.
 */
export const volvox: Scenario = async (cast, say) => {
  const started = performance.now();
  const play = new Play(cast, say);
  say('Referral and assessment');
  await adopted(play, {
    codename: 'Volvox',
    threatArea: 'modern-slavery-human-trafficking',
    leadForce: 'cambridgeshire',
    marking: 'OFFICIAL-SENSITIVE',
    grounds:
      'Workers at several building sites housed in one building, paid in part, their papers held; known in outline since 2018.',
    rationale: 'Ten or more victims, a hidden cost that grows by the day.',
    products: ['financial', 'network'],
    day: '2022-03-01',
  });
  const target = { kind: 'ocg', band: 'B2', rationale: 'Capable, and undisturbed for four years.' };
  const { target: group } = await play.does(tasking, 'adopts the group as target', 'adoptTarget', target);

  say('Intelligence build');
  const day = '2022-03-15T10:00:00Z';
  const suspects: string[] = [];
  for (const name of ['Jonas Pavyzdys', 'Rasa Bandomoji', 'Tomas Tariamas'])
    suspects.push(await names(play, 'suspect', name, 'Holds keys, drives, or collects.', day));
  const [leader, driver, cook] = suspects as [string, string, string];
  const workers: string[] = [];
  for (let nth = 1; nth <= 10; nth++)
    workers.push(
      await names(
        play,
        'potential-victim',
        `Name withheld (worker ${nth})`,
        'Works on a building site, paid in part.',
        day,
      ),
    );
  await packaged(
    play,
    {
      financial: 'Wages of eleven people end in one account.',
      network: 'One leads; two others live as the workers do.',
    },
    'Grounds for three arrests and a reception of ten workers.',
    '2022-04-20T10:00:00Z',
  );

  say('Enforcement');
  for (const worker of workers) await safeguarded(play, worker, 'labour', null, '2022-05-03T07:00:00Z');
  const plan = {
    plan: 'One building; reception before arrests.',
    policyFile: 'Anyone arrested may be a victim: ask, and record.',
    premises: [{ address: '4 Instance Drove, Wisbech', power: 'warrant-pace-s8' }],
  };
  await play.does(sio, 'signs the enforcement plan', 'signEnforcementPlan', plan, {
    happenedAt: '2022-05-01T09:00:00Z',
  });
  await play.does(
    liaison,
    'records that liaison is not needed',
    'recordLiaisonNotNeeded',
    { reason: 'No link abroad has been found.' },
    { happenedAt: '2022-05-01T10:00:00Z' },
  );
  for (const subject of suspects)
    await play.does(
      sio,
      `arrests ${subject}`,
      'recordArrest',
      { subject, station: 'CAM-WIS' },
      { happenedAt: '2022-05-03T05:30:00Z' },
    );
  for (const subject of [driver, cook]) {
    const grounds = 'Their own papers were held; they were paid less than those they drove or fed.';
    await play.does(
      sio,
      `reclassifies ${subject} as potential victim`,
      'reclassifySubject',
      { subject, grounds },
      { happenedAt: '2022-05-03T15:00:00Z' },
    );
    await play.isRefused(
      sio,
      `charges ${subject} all the same`,
      'recordCharge',
      { subject, offences: ['MSA2015-s1'] },
      { status: 422, reasons: ['stage'] },
    );
  }
  await play.isRefused(
    sio,
    'moves on without a safeguarding plan for them',
    'advance',
    {},
    { status: 422, reasons: ['safeguarding-planned'] },
  );
  for (const subject of [driver, cook]) await safeguarded(play, subject, 'criminal', null, '2022-05-03T18:00:00Z');
  await play.does(sio, 'moves on to prosecution', 'advance', {}, { happenedAt: '2022-05-04T09:00:00Z' });

  say('Prosecution and sentencing');
  await play.does(
    sio,
    'charges the leader',
    'recordCharge',
    { subject: leader, offences: ['MSA2015-s1'] },
    { happenedAt: '2022-05-04T12:00:00Z' },
  );
  await play.does(sio, 'moves on to sentencing', 'advance', {}, { happenedAt: '2022-11-01T09:00:00Z' });
  await play.does(
    sio,
    'records a plea of guilty',
    'recordPlea',
    { subject: leader, plea: 'guilty' },
    { happenedAt: '2022-11-02T11:00:00Z' },
  );
  const sentence = { subject: leader, months: 30, court: 'CAMBRIDGE-CC' };
  await play.does(sio, 'records the sentence', 'recordSentence', sentence, { happenedAt: '2022-12-02T11:00:00Z' });
  await play.does(supervisor, 'assesses the disruption of the group', 'recordTargetDisruption', {
    target: group,
    disruption: 'major',
    rationale: 'Its leader is in custody, its house closed.',
  });
  const estimate = {
    pencePerDay: 43_581,
    victims: 10,
    days: 365,
    method:
      'Exploitation reduced for ten people: £435.81 a day for each, £4,358.10 for all, over a year. The hidden cost of the ' +
      'group as a whole, put at £52 million, is not part of it.',
  };
  await play.does(analyst, 'estimates the benefit', 'estimateBenefit', estimate);

  say('Closure');
  await closed(play, 'major', {
    orders: 'None applied for.',
    confiscation: 'Settled with the employer of record.',
    'appeal-windows': 'Ended without an appeal.',
    exhibits: 'None seized.',
    safeguarding: 'Twelve people handed over to partner agencies.',
  });
  return play.result('volvox', supervisor, started);
};
