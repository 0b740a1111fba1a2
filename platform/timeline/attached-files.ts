import type { StoredFiles } from '../files/stored-files';
import type { Problem, StoredEvent } from './chain';

/** The files that a timeline says are kept, each with the event that attached it. */
export class AttachedFiles {
  private readonly kept = new Map<string, { readonly sequence: number; readonly sha256: string }>();

  note({ type, sequence, payload }: StoredEvent): void {
    if (type !== 'fileAttached' && type !== 'fileErased') return;
    const { file = '', sha256 = '' } = read(payload);
    if (type === 'fileErased') this.kept.delete(file);
    else this.kept.set(file, { sequence, sha256 });
  }

  /** Looks whether each is in the store as it was attached. */
  async problems(files: Pick<StoredFiles, 'problemOf'>): Promise<readonly Problem[]> {
    const found: Problem[] = [];
    for (const [file, { sequence, sha256 }] of this.kept) {
      const problem = await files.problemOf(sha256);
      if (problem !== undefined) found.push({ sequence, problem: `its file ${file} ${problem}` });
    }
    return found;
  }
}

/** Nothing where it cannot be read, which its chain then says. */
function read(payload: string): { readonly file?: string; readonly sha256?: string } {
  try {
    return (JSON.parse(payload) as ReturnType<typeof read> | null) ?? {};
  } catch {
    return {};
  }
}
