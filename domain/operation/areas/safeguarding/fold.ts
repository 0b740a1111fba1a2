import type { OperationState } from '../../state';
import type { Applies } from '../areas';
import { changed } from '../entities';
import type { SafeguardingEvents } from './events';
import type { Victim } from './state';

const change = ({ victims }: OperationState, id: string, what: Partial<Victim>) => ({
  victims: changed(victims, id, what),
});

export const safeguarding: Applies<SafeguardingEvents> = {
  victimRecordOpened: ({ victims }, { victim, age, exploitation }) => ({
    victims: [
      ...victims,
      {
        id: victim,
        age,
        exploitation,
        consent: null,
        needs: [],
        notified: null,
        reasonableGrounds: null,
        conclusiveGrounds: null,
        accommodated: false,
        returnedTo: null,
        handedOver: false,
      },
    ],
  }),
  needsAssessed: (state, { victim, needs }) => change(state, victim, { needs }),
  consentRecorded: (state, { victim, consent }) => change(state, victim, { consent }),
  referredToNrm: (state, { victim }) => change(state, victim, { notified: 'nrm' }),
  dutyToNotifyDone: (state, { victim }) => change(state, victim, { notified: 'duty-to-notify' }),
  reasonableGroundsDecided: (state, { victim, positive }) => change(state, victim, { reasonableGrounds: positive }),
  conclusiveGroundsDecided: (state, { victim, positive }) => change(state, victim, { conclusiveGrounds: positive }),
  reconsiderationRequested: (state, { victim, of }) =>
    change(state, victim, of === 'reasonable-grounds' ? { reasonableGrounds: null } : { conclusiveGrounds: null }),
  supportRecorded: () => ({}),
  accommodationRecorded: (state, { victim }) => change(state, victim, { accommodated: true }),
  returnRecorded: (state, { victim, country }) => change(state, victim, { returnedTo: country }),
  safeguardingHandedOver: (state, { victim }) => change(state, victim, { handedOver: true }),
};
