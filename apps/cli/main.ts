import { StartProblem } from '../../platform/embedded/problem';
import { createProgram } from './program';

createProgram()
  .parseAsync()
  .then(
    // Clients keep idle connections for a while; a finished command does not wait for them.
    () => process.exit(),
    (error: unknown) => {
      if (error instanceof StartProblem) console.error(`waymark: ${error.message}`);
      else console.error(error);
      process.exit(1);
    },
  );
