/**
 * Sums of the greatest numbers: for each count, of so many of them. Parts the numbers as quicksort does (Hoare's selection, 1961), and
 * goes on only where a count lies: far less than sorting all. The numbers are left in another order.
 *
 * @param counts rising, none more than there are numbers
 */
export function topSums(numbers: Float64Array, counts: readonly number[]): readonly number[] {
  let end = numbers.length;
  for (const count of counts.toReversed()) {
    select(numbers.subarray(0, end), count);
    end = count;
  }
  let [sum, at] = [0, 0];
  return counts.map((count) => {
    for (; at < count; at++) sum += numbers[at] as number;
    return sum;
  });
}

/** Brings the greatest to the front, so many, in any order. */
function select(numbers: Float64Array, count: number): void {
  let [low, high] = [0, numbers.length - 1];
  while (low < high) {
    const pivot = numbers[(low + high) >> 1] as number;
    let [left, right] = [low, high];
    while (left <= right) {
      while ((numbers[left] as number) > pivot) left++;
      while ((numbers[right] as number) < pivot) right--;
      if (left <= right) {
        const kept = numbers[left] as number;
        numbers[left++] = numbers[right] as number;
        numbers[right--] = kept;
      }
    }
    if (count - 1 <= right) high = right;
    else if (count - 1 >= left) low = left;
    else return;
  }
}
