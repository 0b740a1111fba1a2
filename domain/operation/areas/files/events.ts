import type { TextRef } from '../../../text/text';
import type { FileScan, FileType } from '../../codes';

export interface FilesEvents {
  fileAttached: {
    file: string;
    sha256: string;
    size: number;
    mediaType: FileType;
    scan: FileScan;
    name: TextRef;
    note: TextRef | null;
    /** Subject, entity, exhibit, intelligence report or product. */
    about: string | null;
  };
  fileErased: { file: string; reason: TextRef };
}
