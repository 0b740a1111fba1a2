import { writeFileSync } from 'node:fs';
import { commandsDocument } from './commands-doc/document';

/** Writes the table of all commands to `docs/commands.md`, or to the file that is named. Needs no service. */
const [file = 'docs/commands.md'] = process.argv.slice(2);
writeFileSync(file, commandsDocument());
