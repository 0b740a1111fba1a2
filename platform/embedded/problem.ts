/**
 * Something the person at the keyboard can put right. Its message is one line that says what is wrong and what to do;
 * the command line prints it without a stack trace.
 */
export class StartProblem extends Error {
  override readonly name = 'StartProblem';
}
