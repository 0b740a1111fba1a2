import { serveReading } from '../threads/serve-reading';
import { portionsOf, type Portion, type Reading } from './portions';

serveReading<Reading, Portion>(async function* (reading, open) {
  for await (const portion of portionsOf(await open(), reading))
    yield { item: portion, moved: [portion.recordLines.buffer, portion.rejectLines.buffer] };
});
