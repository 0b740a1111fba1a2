import { contactNetwork } from '../../../domain/translation/network/contact-network';
import { answerQuestions } from '../../threads/kept-thread';
import { centralPeople } from './central';
import type { NamedNetwork, NetworkTask } from './network-thread';
import { partiesOf } from './people';

answerQuestions<NetworkTask, NamedNetwork>(({ pairs, owner }) => {
  const names = pairs.flatMap(({ sender, recipient }) => [sender, recipient]).filter((name) => name !== null);
  const { parties, idOf } = partiesOf(names);
  const labels = new Map(parties.map(({ id, label }) => [id, label]));
  const network = contactNetwork(pairs, idOf);
  const central = centralPeople(network, {
    owner: owner === null ? null : idOf(owner),
    labelOf: (id) => labels.get(id) ?? id,
  });
  return { network, parties, central };
});
