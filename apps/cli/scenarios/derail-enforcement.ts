import type { PersonId } from '../../../platform/embedded/identity/people';
import { analyst, media, sio } from './people';
import type { Play } from './scenario';

const POWER = 'warrant-pace-s8';
const DAYS = [
  { date: '2021-12-07', premises: 'P1' },
  { date: '2021-12-08', premises: 'P2' },
] as const;

/** A warrant, and the day on which it is executed. */
export interface Warrant {
  readonly date: string;
  readonly premises: string;
  /** As its application was answered. */
  readonly warrant: unknown;
}

/** Two days, two addresses, a warrant for each and an investigator for devices on the second. */
export async function preparedDays(play: Play<PersonId>): Promise<readonly Warrant[]> {
  const at = { happenedAt: '2021-12-06T10:00:00Z' };
  const warrants: Warrant[] = [];
  for (const { date, premises } of DAYS) {
    const briefing = `Teams for ${premises}; reception first, then arrests.`;
    await play.does(sio, `sets ${date} as a day of enforcement`, 'setEnforcementDay', { date, briefing }, at);
    const application = { premises, power: POWER, court: 'NORWICH-MC' };
    const { warrant } = await play.does(
      sio,
      `applies for a warrant for ${premises}`,
      'applyForWarrant',
      application,
      at,
    );
    await play.does(
      sio,
      `is granted the warrant for ${premises}`,
      'grantWarrant',
      { warrant },
      { happenedAt: '2021-12-06T16:00:00Z' },
    );
    warrants.push({ date, premises, warrant });
  }
  const reason = 'Phones are expected whose pictures match the adverts.';
  const { request } = await play.does(
    sio,
    'asks for a media investigator',
    'askForMediaInvestigator',
    { premises: 'P2', reason },
    at,
  );
  await play.does(sio, 'assigns one', 'assignMediaInvestigator', { request, person: media }, at);
  await play.does(
    media,
    'is on scene',
    'recordMediaInvestigatorOnScene',
    { request },
    { happenedAt: '2021-12-08T06:30:00Z' },
  );
  return warrants;
}

/** Each address is entered and searched by its warrant on its day, and who is met there is looked after. */
export async function premisesSearched(play: Play<PersonId>, warrants: readonly Warrant[]): Promise<void> {
  for (const { date, premises, warrant } of warrants) {
    const at = (time: string) => ({ happenedAt: `${date}T${time}Z` });
    await play.does(sio, `executes the warrant for ${premises}`, 'executeWarrant', { warrant }, at('06:00:00'));
    await play.does(
      sio,
      `records the search of ${premises}`,
      'recordSearch',
      { premises, power: POWER, outcome: 'Rooms match the pictures of the adverts.' },
      at('07:30:00'),
    );
    if (premises === 'P1')
      await play.does(
        sio,
        'records who was looked after',
        'recordSafeguardingOnScene',
        {
          premises,
          note: 'One woman met, with an interpreter and a support worker, and taken to the reception centre.',
        },
        at('07:45:00'),
      );
    await play.does(sio, `returns the warrant for ${premises}`, 'returnWarrant', { warrant }, at('17:00:00'));
  }
}

/** Phones are seized and examined on scene, and each exhibit's way is kept. */
export async function devicesExamined(play: Play<PersonId>): Promise<void> {
  const at = { happenedAt: '2021-12-08T08:00:00Z' };
  for (const description of ['First phone, unlocked', 'Second phone']) {
    const { exhibit } = await play.does(
      media,
      'seizes a phone',
      'seizeExhibit',
      { kind: 'device', premises: 'P2', description },
      at,
    );
    const result = 'Images match adverts, and rooms at both addresses.';
    await play.does(media, 'examines it on scene', 'extractDevice', { exhibit, where: 'on-scene', result }, at);
    const handing = { exhibit, to: analyst, reason: 'For the translation of its messages.' };
    await play.isRefused(sio, 'hands over what somebody else holds', 'handOverExhibit', handing, {
      status: 422,
      reasons: ['not-the-holder'],
    });
    await play.does(media, 'hands it to the analyst', 'handOverExhibit', handing, at);
    const disposal = { exhibit, disposal: 'retained', note: 'Kept under the retention group.' };
    await play.does(sio, 'decides on its retention', 'disposeOfExhibit', disposal);
  }
  for (const { date } of DAYS)
    await play.does(
      sio,
      `debriefs ${date}`,
      'debriefEnforcementDay',
      { date, debrief: 'As planned; media on scene saved weeks.' },
      at,
    );
}
