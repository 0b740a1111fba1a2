import { Injectable, type PipeTransform } from '@nestjs/common';
import { Problem } from './problems';

/** What the reference of an operation looks like. */
export const REFERENCE = /^OP-[\w-]{1,60}$/;

/** The reference of an operation, as an address names it: what cannot be one does not exist. */
@Injectable()
export class ReferencePipe implements PipeTransform<string, string> {
  transform(reference: string): string {
    if (!REFERENCE.test(reference)) throw noOperation(reference.slice(0, 64));
    return reference;
  }
}

/** The problem of an operation that does not exist. */
export function noOperation(reference: string): Problem {
  return new Problem('not-found', `There is no operation ${reference}.`);
}
