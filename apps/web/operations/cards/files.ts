import { lifecycle } from '../../../../domain/operation/lifecycle.v1';
import type { OperationView } from '../../../api/operations/operation.schema';
import { personText } from '../../words/people';
import { day } from '../../words/times';
import { row, words, type Card, type Group } from './card';
import type { Known } from './known';
import { sizeText, typeText } from './file-words';

type File = OperationView['files'][number];

/** The files of an operation: what each is, where it comes from, and whether a scanner has looked into it. */
export function files(known: Known): readonly Group[] {
  return [
    {
      title: 'Attached files',
      cards: known.operation.files.map((file) => fileCard(known, file)),
      empty: 'No file is attached yet.',
      links: canAttach(known) ? [{ text: 'Attach a file', href: `${known.at}/files/attach` }] : [],
    },
  ];
}

const canAttach = (known: Known) =>
  known.isFor(lifecycle.attachFile.roles) && lifecycle.attachFile.stages.includes(known.operation.stage);

function fileCard(known: Known, { id, size, mediaType, sha256, status }: File): Card {
  const attached = known.of('fileAttached').find(({ payload }) => payload.file === id);
  const erased = known.of('fileErased').find(({ payload }) => payload.file === id);
  const { note, about, scan } = attached?.payload ?? {};
  const isKept = status === 'kept';
  return known.card(id, {
    tags: [
      { text: typeText(mediaType) },
      ...(isKept ? [] : [{ text: 'Erased', colour: 'govuk-tag--grey' }]),
      scan === 'clean'
        ? { text: 'Scanned: nothing found', colour: 'govuk-tag--green' }
        : { text: 'Not scanned', colour: 'govuk-tag--yellow' },
    ],
    rows: [
      ...row('What it is', words(note)),
      ...row('About', about && known.named(about)),
      ...row('Size', sizeText(size)),
      ...row('Attached', attached && `${day(attached.happenedAt)}, ${personText(attached.actor)}`),
      ...row('Digest (SHA-256)', sha256),
      ...row('Erased because', words(erased?.payload.reason)),
    ],
    links: isKept ? [{ text: `Download`, href: `${known.at}/files/${id}` }] : [],
  });
}
