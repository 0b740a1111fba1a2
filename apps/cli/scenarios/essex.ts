import { referred } from './duplicates';
import { adopted, names, packaged } from './main-road';
import { liaison, sio, supervisor, tasking, type Scenario } from './people';
import { Play } from './scenario';

/**
 * The Essex case (TOEX newsletter 4; DOMAIN §8): linked offences make one profile the highest for violence against women and
 * girls; an interim sexual risk order of the youth court, policed by its monitoring officer; then charge and remand.
 */
export const essex: Scenario = async (cast, say) => {
  const started = performance.now();
  const play = new Play(cast, say);
  say('Referral and assessment');
  await adopted(play, {
    codename: 'Larch',
    threatArea: 'violence-against-women-and-girls',
    leadForce: 'essex',
    marking: 'OFFICIAL-SENSITIVE',
    grounds:
      'Offences recorded in three places belong to one person: the highest profile by recency, gravity and frequency.',
    rationale: 'Escalating, against girls of school age.',
    products: ['open-source'],
    day: '2022-09-05',
  });
  const link = {
    operation: (await referred(cast, say)).reference,
    kind: 'same-subject',
    reason: 'The same description and place.',
  };
  await play.does(tasking, 'links an earlier operation', 'linkOperation', link);

  say('Intelligence build');
  const subject = await names(
    play,
    'suspect',
    'Name withheld (young man)',
    'Linked by description, phone and place.',
    '2022-09-12T10:00:00Z',
  );
  await packaged(
    play,
    { 'open-source': 'Accounts under two names.' },
    'Grounds for an order, and for arrest.',
    '2022-09-20T10:00:00Z',
  );

  say('Enforcement: the order first');
  await play.does(sio, 'records that the suspect is under 18', 'recordYouth', { subject });
  const application = {
    kind: 'SRO',
    subject,
    court: 'CHELMSFORD-YC',
    grounds: 'Acts of a sexual kind towards strangers, and a risk of harm.',
  };
  const { order } = await play.does(sio, 'applies for a sexual risk order', 'applyForOrder', application);
  const interim = {
    order,
    interim: true,
    from: '2022-10-03',
    until: '2023-04-03',
    conditions: 'Not to approach any school; not to use a device without its history; to give name and address.',
  };
  await play.isRefused(
    sio,
    'has it made by an adult court',
    'recordOrderMade',
    { ...interim, youthCourt: false },
    { status: 422, reasons: ['youth-court'] },
  );
  await play.does(sio, 'records the interim order of the youth court', 'recordOrderMade', {
    ...interim,
    youthCourt: true,
  });
  await play.isRefused(
    sio,
    'records a check that nobody was assigned to make',
    'recordOrderPoliced',
    { order, note: 'None.' },
    { status: 422, reasons: ['no-monitor'] },
  );
  await play.does(sio, 'records that it was served', 'recordOrderServed', { order });
  await play.does(supervisor, 'assigns the monitoring officer', 'assignMonitoringOfficer', {
    order,
    person: 'mosovo-officer-essex',
  });
  await play.does(sio, 'records an unannounced visit', 'recordOrderPoliced', {
    order,
    note: 'Device history missing for two days.',
  });
  await play.does(sio, 'records a breach', 'recordBreach', {
    order,
    note: 'History deleted, as the device itself shows.',
  });

  say('Enforcement: arrest, and prosecution');
  const plan = {
    plan: 'Home address, with an appropriate adult.',
    policyFile: 'Under 18: timing and adult arranged before.',
    premises: [{ address: '5 Pattern Close, Chelmsford', power: 'pace-s17' }],
  };
  await play.does(sio, 'signs the enforcement plan', 'signEnforcementPlan', plan);
  await play.does(liaison, 'records that liaison is not needed', 'recordLiaisonNotNeeded', {
    reason: 'Nothing abroad.',
  });
  await play.does(sio, 'arrests the suspect', 'recordArrest', { subject, station: 'ESS-CHE' });
  await play.does(sio, 'records that detention is authorised', 'authoriseDetention', {
    subject,
    grounds: 'To secure evidence and protect others.',
  });
  await play.does(sio, 'moves on to prosecution', 'advance', {});
  await play.does(sio, 'asks for a charging decision', 'requestCharge', {
    subject,
    summary: 'Breach, and the three linked offences.',
  });
  await play.does(sio, 'records the charge', 'recordCharge', { subject, offences: ['SOA2003-s3', 'SOA2003-s122H'] });
  await play.does(sio, 'records the remand', 'recordRemand', { subject, remand: 'custody', court: 'CHELMSFORD-YC' });
  return play.result('essex', supervisor, started);
};
