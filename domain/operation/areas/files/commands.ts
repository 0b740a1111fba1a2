import { CHOICES } from '../../choices';
import { blocked, type Decide } from '../../decide';
import { event } from '../../events';
import { about, nextId } from '../entities';

/** Attaches a file whose bytes have been taken in, checked and stored. The same content can be attached several times. */
export const attachFile: Decide<'attachFile'> = ({ state, body }) =>
  body.about === null || CHOICES['file-matters'](state).includes(body.about)
    ? [event('fileAttached', { file: nextId('F', state.files), ...body })]
    : blocked(
        'no-such-matter',
        `This operation holds no subject, entity, exhibit, intelligence report or product ${body.about}.`,
      );

/** Erases a file, its name and its note; that it was there stays on the timeline (DPA 2018 s. 47). */
export const eraseFile: Decide<'eraseFile'> = ({ state, body }) =>
  about(state.files, body.file, 'file', ['kept'], () => [event('fileErased', body)]);
