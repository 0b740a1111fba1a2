import { Injectable, type PipeTransform } from '@nestjs/common';
import { REFERENCE } from '../../../domain/operation/reference';
import { Problem } from './problems';

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
