import type { EntityKind } from '../../../domain/translation/texts/entity';
import { day } from './times';

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

/** Something that messages name, as people write it: `2021-09-05` is “5 September 2021”, `-W-5` “Friday”, `GBP 6800.00` “£6,800”. */
export function entityText({ kind, value }: { readonly kind: EntityKind; readonly value: string }): string {
  if (kind === 'date') return dateText(value);
  return kind === 'money'
    ? value.replace(/^([A-Z]{3}) (.*)$/, (_, code: string, sums: string) => moneyText(code, sums))
    : value;
}

function dateText(value: string): string {
  const [, weekday] = /^-W-([1-7])$/.exec(value) ?? [];
  if (weekday !== undefined) return WEEKDAYS[Number(weekday) - 1] ?? value;
  // Of a day whose year is not known, a leap year's.
  const [, monthAndDay] = /^--(\d{2}-\d{2})$/.exec(value) ?? [];
  if (monthAndDay !== undefined) return day(`2024-${monthAndDay}`).replace(/ 2024$/, '');
  return /^\d{4}-\d{2}-\d{2}$/.test(value) ? day(value) : value;
}

/** A sum, or from one to another; without a currency where none was said. */
const moneyText = (code: string, sums: string): string =>
  sums
    .split('-')
    .map((sum) => {
      const style =
        code === 'XXX' ? {} : ({ style: 'currency', currency: code, currencyDisplay: 'narrowSymbol' } as const);
      return Number(sum).toLocaleString('en-GB', { ...style, trailingZeroDisplay: 'stripIfInteger' });
    })
    .join(' to ');
