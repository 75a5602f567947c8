/** How an asset is in one shot: [enterAt, exitAt], or null = not in it. */
export type TemplateStep = [number, number] | null

interface StepBar {
  enterShot: number
  enterAt: number
  exitShot: number
  exitAt: number
}

/**
 * Lays a template over another number of shots (domain.md 9). It is read as bars over its shots: touching presences are one. A bar's edge on
 * a cut scales with the cuts (in the first half of the shots = in the first half of the new ones); an edge inside a shot keeps its
 * fraction and goes to the shot at the same place, first to first and last to last. So each entrance and exit happens once, however many
 * shots there are. Where fewer shots bring two bars into one, the asset is there from the first entrance to the last exit.
 */
export function stretchSteps(steps: readonly TemplateStep[], count: number): TemplateStep[] {
  if (steps.length === count) return steps.map((step) => step && [...step])
  const out: TemplateStep[] = Array.from({ length: count }, () => null)
  for (const bar of barsOf(steps)) {
    const placed = placeBar(bar, steps.length, count)
    for (let i = placed.enterShot; i <= placed.exitShot; i++) {
      const enterAt = i === placed.enterShot ? placed.enterAt : 0
      const exitAt = i === placed.exitShot ? placed.exitAt : 1
      const other = out[i]
      out[i] = other ? [Math.min(other[0], enterAt), Math.max(other[1], exitAt)] : [enterAt, exitAt]
    }
  }
  return out
}

function barsOf(steps: readonly TemplateStep[]): StepBar[] {
  const bars: StepBar[] = []
  steps.forEach((step, i) => {
    if (!step) return
    const last = bars.at(-1)
    if (last && step[0] === 0 && last.exitShot === i - 1 && last.exitAt === 1)
      Object.assign(last, { exitShot: i, exitAt: step[1] })
    else bars.push({ enterShot: i, enterAt: step[0], exitShot: i, exitAt: step[1] })
  })
  return bars
}

function placeBar(bar: StepBar, from: number, to: number): StepBar {
  const cut = (n: number) => Math.round((n * to) / from)
  const shot = (i: number, alone: number) => (from === 1 ? alone : Math.round((i * (to - 1)) / (from - 1)))
  const enterShot = Math.min(to - 1, bar.enterAt === 0 ? cut(bar.enterShot) : shot(bar.enterShot, 0))
  const exitShot = Math.max(enterShot, bar.exitAt === 1 ? cut(bar.exitShot + 1) - 1 : shot(bar.exitShot, to - 1))
  if (enterShot < exitShot || bar.enterAt < bar.exitAt)
    return { enterShot, enterAt: bar.enterAt, exitShot, exitAt: bar.exitAt }
  // A long bar squeezed into one shot, leaving earlier in its last shot than it entered its first: both halfway to the cuts they lie at.
  return { enterShot, enterAt: bar.enterAt / 2, exitShot, exitAt: (1 + bar.exitAt) / 2 }
}
