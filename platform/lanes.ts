/**
 * Works on each item, at most so many at a time. Items are taken as they are needed, so that any number of them costs no
 * memory.
 *
 * @throws whatever `work` throws first, once every lane has stopped taking items
 */
export async function inLanes<T>(
  items: AsyncGenerator<T>,
  lanes: number,
  work: (item: T) => Promise<void>,
): Promise<void> {
  const lane = async () => {
    for await (const item of items) await work(item);
  };
  const ended = await Promise.allSettled(Array.from({ length: lanes }, lane));
  const failed = ended.find((end) => end.status === 'rejected');
  if (failed) throw failed.reason;
}
