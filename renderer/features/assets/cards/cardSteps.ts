/** The card that an arrow key leads to from another: by order to the sides, by place up and down; null where there is none. */
export function cardAfter<E extends Pick<HTMLElement, 'getBoundingClientRect'>>(
  from: E,
  cards: readonly E[],
  key: string,
): E | null {
  const at = cards.indexOf(from)
  const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: cards.length - 1 }[key]
  if (to !== undefined) return cards[to] ?? null
  const way = { ArrowDown: 1, ArrowUp: -1 }[key]
  if (way === undefined) return null
  const place = (card: E) => {
    const { left, width, top } = card.getBoundingClientRect()
    return { x: left + width / 2, y: top }
  }
  const here = place(from)
  const beyond = cards.map((card) => ({ card, ...place(card) })).filter(({ y }) => (y - here.y) * way > 4)
  const nearest = Math.min(...beyond.map(({ y }) => (y - here.y) * way))
  return (
    beyond
      .filter(({ y }) => (y - here.y) * way <= nearest + 4)
      .toSorted((a, b) => Math.abs(a.x - here.x) - Math.abs(b.x - here.x))[0]?.card ?? null
  )
}
