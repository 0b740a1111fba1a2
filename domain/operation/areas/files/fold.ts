import type { Applies } from '../areas';
import { changed } from '../entities';
import type { FilesEvents } from './events';

export const files: Applies<FilesEvents> = {
  fileAttached: ({ files }, { file, sha256, size, mediaType }) => ({
    files: [...files, { id: file, sha256, size, mediaType, status: 'kept' }],
  }),
  fileErased: ({ files }, { file }) => ({ files: changed(files, file, { status: 'erased' }) }),
};
