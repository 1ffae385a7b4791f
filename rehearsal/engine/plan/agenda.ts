/** Things to do, the one of the lowest rank first. */
export class Agenda<Item> {
  readonly #rank: (item: Item) => number;
  // backwards, so that the next one is the last
  readonly #items: Item[] = [];

  constructor(rank: (item: Item) => number) {
    this.#rank = rank;
  }

  add(item: Item): void {
    const rank = this.#rank(item);
    let [low, high] = [0, this.#items.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#rank(this.#items[middle] as Item) > rank) low = middle + 1;
      else high = middle;
    }
    this.#items.splice(low, 0, item);
  }

  next(): Item | undefined {
    return this.#items.pop();
  }
}
