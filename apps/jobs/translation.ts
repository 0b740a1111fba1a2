import { WorkflowNotFoundError, type Client } from '@temporalio/client';
import type { Pool } from 'pg';
import type { TranslationOutcome } from '../../domain/operation/codes';
import type { TimelineJob } from '../../platform/queues/timeline';
import {
  translationFinished,
  translationWorkflowId,
  type TranslationInput,
} from '../../workflows/translation/translation.messages';
import type { Effects } from './inbox';

const DEADLINE_MS = 10_000;
const AT_ONCE = 100;

/** What of a file's extract nobody knows in English, or only as a gloss, is for a qualified translator. */
const OUTCOME = `
  CASE WHEN state <> 'translated' THEN 'unreadable' WHEN EXISTS (
    SELECT FROM translation_english e JOIN translation_text x USING (translation, text)
    WHERE e.translation = t.nth AND (e.kind = 'gloss' OR (e.kind = 'none' AND x.language <> 'und'))) THEN 'needs-qualified-translator'
  ELSE 'translated' END`;

/** An extract without a file is for a qualified translator: tells its workflow so. Safe to repeat. */
export const translateWithoutFile = (client: Client, { translation }: TranslationInput): Promise<void> =>
  tell(client, translation, 'needs-qualified-translator');

/** One round: tells workflows what came of the translations of files. */
export async function tellingRound(pool: Pool, client: Client): Promise<void> {
  const { rows } = await pool.query<{ id: string; outcome: TranslationOutcome }>(
    `SELECT id, ${OUTCOME} AS outcome FROM translation t
     WHERE NOT told AND state IN ('translated', 'failed', 'cancelled', 'erased') ORDER BY nth LIMIT ${AT_ONCE}`,
  );
  for (const { id, outcome } of rows) {
    await tell(client, id, outcome);
    await pool.query('UPDATE translation SET told = true WHERE id = $1', [id]);
  }
}

async function tell(client: Client, translation: string, outcome: TranslationOutcome): Promise<void> {
  const workflow = client.workflow.getHandle(translationWorkflowId(translation));
  try {
    await client.withDeadline(Date.now() + DEADLINE_MS, () => workflow.signal(translationFinished, outcome));
  } catch (error) {
    // Told before, or nobody waits any more; whoever waits again asks for it (`expectTranslation`).
    if (!(error instanceof WorkflowNotFoundError)) throw error;
  }
}

/** What events bring about in the record of translations. Each stays in the outbox until that is done; safe to repeat. */
export function translating(pool: Pool): Effects {
  const by = (sql: string) => async (job: TimelineJob) => void (await pool.query(sql, [job.outbox]));
  return {
    translationRequested: by('SELECT take_translation($1)'),
    extractConfirmed: by('SELECT confirm_translation($1)'),
    translationPaused: by(changing('paused = true')),
    translationResumed: by(changing('paused = false, problem = NULL')),
    translationCancelled: by(changing(`state = 'cancelled', ended_at = clock_timestamp()`)),
    fileErased: by(
      `SELECT erase_translations(e.operation, e.payload_json ->> 'file') FROM outbox b JOIN timeline_event e USING (operation, sequence) WHERE b.id = $1`,
    ),
  };
}

const changing = (change: string) => `
  UPDATE translation t SET ${change} FROM outbox b JOIN timeline_event e USING (operation, sequence)
  WHERE b.id = $1 AND t.id = e.payload_json ->> 'translation' AND t.state NOT IN ('translated', 'failed', 'cancelled', 'erased')`;
