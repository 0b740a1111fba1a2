/** What people have decided of two identities. It stands before whatever the model holds. */
export interface Decided {
  readonly one: number;
  readonly other: number;
  readonly outcome: 'same' | 'different';
}

/**
 * Puts identities together that are held to be one person, the likeliest first, and never two that people have told apart, however
 * many lead from one to the other.
 */
export class Clusters {
  private readonly parent: Int32Array;
  /** For whom people have decided: which roots are told apart from a root. */
  private readonly apart = new Map<number, Set<number>>();

  /**
   * @param size one more than the highest identity
   * @param decided in the order in which it was decided: the latest of a pair stands
   */
  constructor(size: number, decided: readonly Decided[]) {
    this.parent = Int32Array.from({ length: size }, (_, nth) => nth);
    const standing = new Map(decided.map((one) => [[one.one, one.other].sort((a, b) => a - b).join(), one]));
    for (const { one, other, outcome } of standing.values()) if (outcome === 'different') this.tellApart(one, other);
    for (const { one, other, outcome } of standing.values()) if (outcome === 'same') this.join(one, other);
  }

  /** @returns whether they are one person now */
  join(one: number, other: number): boolean {
    const [low, high] = [this.personOf(one), this.personOf(other)].sort((a, b) => a - b) as [number, number];
    if (low === high) return true;
    if (this.apart.get(low)?.has(high)) return false;
    this.parent[high] = low;
    for (const root of this.apart.get(high) ?? []) this.tellApart(low, root);
    return true;
  }

  /** The person of an identity: the lowest of its identities. */
  personOf(identity: number): number {
    let root = identity;
    while (this.parent[root] !== root) root = this.parent[root] as number;
    while (this.parent[identity] !== root) {
      const next = this.parent[identity] as number;
      this.parent[identity] = root;
      identity = next;
    }
    return root;
  }

  private tellApart(one: number, other: number): void {
    const [a, b] = [this.personOf(one), this.personOf(other)];
    this.apart.set(a, (this.apart.get(a) ?? new Set()).add(b));
    this.apart.set(b, (this.apart.get(b) ?? new Set()).add(a));
  }
}
