/** A block is cut in two above this, and small neighbours grow together up to half of it. */
const most = 128

interface Block<T> {
  readonly items: readonly T[]
  readonly total: number
}

/** What a list of lengths needs to know of its items. */
export interface LengthRules<T> {
  /** A total order; an item is found by it. */
  readonly compare: (a: T, b: T) => number
  /** Whole number, may be 0. */
  readonly lengthOf: (item: T) => number
}

/** An item with the sum of the lengths before it. */
export interface LaidOut<T> {
  readonly item: T
  readonly start: number
}

/**
 * Items in order, each with a length, laid end to end: answers where each starts and which one lies at a place. A value that never changes: an
 * edit answers a new list that shares all but one of the blocks with the old one. Looking up and editing cost about the root of the number of
 * items (one block and the list of blocks), so a film of ten thousand shots costs some hundred steps.
 */
export class LengthList<T> {
  private constructor(
    private readonly rules: LengthRules<T>,
    private readonly blocks: readonly Block<T>[],
    readonly total: number,
    readonly size: number,
  ) {}

  /** @param items in the order of `compare` */
  static of<T>(rules: LengthRules<T>, items: readonly T[]): LengthList<T> {
    const blocks = Array.from({ length: Math.ceil(items.length / (most / 2)) }, (_, i) =>
      blockOf(rules, items.slice((i * most) / 2, ((i + 1) * most) / 2)),
    )
    return new LengthList(rules, blocks, sum(blocks), items.length)
  }

  /** Where an item starts; null when it is not in the list. */
  startOf(item: T): number | null {
    const at = this.blockFor(item)
    const block = this.blocks[at]
    const i = block ? place(block.items, item, this.rules.compare) : 0
    if (!block || !this.isAt(block, i, item)) return null
    return this.before(at) + lengths(this.rules, block.items, i)
  }

  /** The item that compares equal to one, as the list has it. */
  find(item: T): T | null {
    const block = this.blocks[this.blockFor(item)]
    const i = block ? place(block.items, item, this.rules.compare) : 0
    return block && this.isAt(block, i, item) ? block.items[i]! : null
  }

  /** The item that lies at a place, from 0 up to the total; items without length lie nowhere. */
  at(offset: number): LaidOut<T> | null {
    for (const laid of this.from(offset)) return laid
    return null
  }

  /** The item at a place and those after it; items without length are passed over. */
  *from(offset: number): Generator<LaidOut<T>, void> {
    if (offset < 0) return
    let start = 0
    for (const block of this.blocks) {
      if (start + block.total <= offset) {
        start += block.total
        continue
      }
      for (const item of block.items) {
        const length = this.rules.lengthOf(item)
        if (length > 0 && start + length > offset) yield { item, start }
        start += length
      }
    }
  }

  /** With an item in its place; one that compares equal makes room for it. */
  with(item: T): LengthList<T> {
    if (!this.blocks.length) return LengthList.of(this.rules, [item])
    const at = Math.min(this.blockFor(item), this.blocks.length - 1)
    const block = this.blocks[at]!
    const i = place(block.items, item, this.rules.compare)
    const items = block.items.slice()
    const known = this.isAt(block, i, item)
    items.splice(i, known ? 1 : 0, item)
    return this.replace(at, items, known ? 0 : 1)
  }

  /** Without the item that compares equal. */
  without(item: T): LengthList<T> {
    const at = this.blockFor(item)
    const block = this.blocks[at]
    const i = block ? place(block.items, item, this.rules.compare) : 0
    if (!block || !this.isAt(block, i, item)) return this
    return this.replace(at, block.items.toSpliced(i, 1), -1)
  }

  private replace(at: number, items: readonly T[], grown: number): LengthList<T> {
    const blocks = this.blocks.slice()
    const next = this.blocks[at + 1]
    if (items.length > most) {
      const middle = items.length >> 1
      blocks.splice(at, 1, blockOf(this.rules, items.slice(0, middle)), blockOf(this.rules, items.slice(middle)))
    } else if (!items.length) blocks.splice(at, 1)
    else if (grown < 0 && next && items.length + next.items.length <= most / 2)
      blocks.splice(at, 2, blockOf(this.rules, [...items, ...next.items]))
    else blocks[at] = blockOf(this.rules, items)
    return new LengthList(this.rules, blocks, sum(blocks), this.size + grown)
  }

  /** The first block whose last item does not come before an item; past the end for one behind them all. */
  private blockFor(item: T): number {
    let low = 0
    let high = this.blocks.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (this.rules.compare(this.blocks[middle]!.items.at(-1)!, item) < 0) low = middle + 1
      else high = middle
    }
    return low
  }

  private isAt(block: Block<T>, i: number, item: T): boolean {
    return i < block.items.length && this.rules.compare(block.items[i]!, item) === 0
  }

  private before(at: number): number {
    let start = 0
    for (let i = 0; i < at; i++) start += this.blocks[i]!.total
    return start
  }
}

function blockOf<T>(rules: LengthRules<T>, items: readonly T[]): Block<T> {
  return { items, total: lengths(rules, items, items.length) }
}

function lengths<T>({ lengthOf }: LengthRules<T>, items: readonly T[], count: number): number {
  let total = 0
  for (let i = 0; i < count; i++) total += lengthOf(items[i]!)
  return total
}

const sum = (blocks: readonly Block<unknown>[]) => blocks.reduce((total, block) => total + block.total, 0)

function place<T>(items: readonly T[], item: T, compare: (a: T, b: T) => number): number {
  let low = 0
  let high = items.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (compare(items[middle]!, item) < 0) low = middle + 1
    else high = middle
  }
  return low
}
