import { readHands, type HandEvent } from '../../../language/reading/hands'
import { readText, type ReadSentence } from '../../../language/reading/readText'
import { subjectOf } from '../../../language/reading/subjects'
import { isContinuous } from '../../../language/text/splitHeading'
import { maxParagraph } from '../../../language/text/splitSentences'
import { NameIndex } from '../../../language/text/nameIndex'
import type { AliasProposalFound, FoundAsset, FoundPresence } from '../../scriptTypes'
import type { CutScene } from '../shots/scenes'

/** A thing in somebody's hands and the words that put it there. */
interface InHand {
  readonly who: string
  readonly found: FoundPresence
}

/**
 * Things that stay in somebody's hands in the shots of a scene that do not name them (domain.md 1.9): from the words that tell that they
 * are taken, held or brought until they are put down, handed over or left, or that one goes, who takes them along. Who has two names has
 * what the other one took.
 */
export class CarriedThings {
  private readonly names = new NameIndex([], 'any')
  private readonly types: ReadonlyMap<string, FoundAsset['type']>
  private readonly into: ReadonlyMap<string, string>
  /** What somebody has at the end of the scene before. */
  private readonly held = new Map<string, InHand>()

  constructor(assets: readonly FoundAsset[], aliases: readonly AliasProposalFound[]) {
    for (const asset of assets)
      if (asset.type !== 'location') for (const form of [asset.name, ...asset.forms]) this.names.add(form, asset.key)
    this.types = new Map(assets.map(({ key, type }) => [key, type]))
    this.into = new Map(aliases.flatMap(({ as, fromKey, intoKey }) => (as === 'alias' ? [[fromKey, intoKey]] : [])))
  }

  private figure(key: string): string {
    return this.into.get(key) ?? key
  }

  /**
   * Asked scene by scene: one that goes on without a break begins with what people had at the end of the one before.
   * @param things where the words of the scene name them
   * @param people everybody of the scene
   */
  carriedOn(
    cut: CutScene,
    sceneIndex: number,
    things: readonly FoundPresence[],
    people: readonly FoundPresence[],
  ): FoundPresence[] {
    const out: FoundPresence[] = []
    if (!isContinuous(cut.scene.timeOfDay)) this.held.clear()
    const { held } = this
    if (things.length === 0 && held.size === 0) return out
    const texts = new Map<number, string[]>()
    for (const { kind, shotIndex, text } of cut.beats)
      if (kind === 'action') texts.set(shotIndex, [...(texts.get(shotIndex) ?? []), text.slice(0, maxParagraph)])
    const last = { who: null as string | null }
    for (let shot = held.size > 0 ? 0 : things[0]!.shotIndex; shot < cut.scene.shots.length; shot++) {
      const here = things.filter((one) => one.shotIndex === shot)
      const there = new Map(
        people.flatMap((one) => (one.shotIndex === shot ? [[this.figure(one.assetKey), one] as const] : [])),
      )
      const before = [...held]
      if (held.size > 0 || here.length > 0)
        for (const text of texts.get(shot) ?? [])
          for (const sentence of readText(text, this.names)) this.follow(held, sentence, here, there, last)
      for (const [key, { who, found }] of new Map([...before, ...held])) {
        const carrier = there.get(who)
        if (carrier && !here.some((one) => one.assetKey === key)) {
          const { presence, enterAt, exitAt, enterFrom, exitTo } = carrier
          out.push({ ...found, sceneIndex, shotIndex: shot, presence, enterAt, exitAt, enterFrom, exitTo, action: '' })
        }
        if (carrier && carrier.exitAt < 1) held.delete(key)
      }
    }
    return out
  }

  /** Who has what after a sentence. */
  private follow(
    held: Map<string, InHand>,
    sentence: ReadSentence,
    here: readonly FoundPresence[],
    there: ReadonlyMap<string, FoundPresence>,
    last: { who: string | null },
  ): void {
    const { tokens } = sentence
    const isThing = (key: string) => this.types.get(key) === 'prop'
    const persons = (part: typeof tokens) =>
      part.flatMap(({ name, possessive }) =>
        name !== undefined && !possessive && this.types.get(name) === 'character' ? [this.figure(name)] : [],
      )
    for (const event of readHands(sentence, isThing)) {
      const doer = this.doerOf(sentence, event, there, last.who)
      if (event.kind === 'empties') for (const [key, { who }] of held) if (who === doer) held.delete(key)
      const token = event.thing && tokens[event.thing.to - 1]!
      const key =
        token === null || token === undefined ? [...held].findLast(([, one]) => one.who === doer)?.[0] : token.name
      if (key === undefined || !isThing(key)) continue
      const found = held.get(key)?.found ?? here.find((one) => one.assetKey === key)
      if (event.kind === 'drops') held.delete(key)
      else if (event.kind === 'gives') {
        const named = persons(tokens.slice(event.at + 1)).find((who) => who !== doer)
        const others = [...there.keys()].filter((who) => who !== doer)
        const taker = named ?? (others.length === 1 ? others[0] : undefined)
        if (taker !== undefined && found) held.set(key, { who: taker, found })
        else held.delete(key)
      } else if (doer !== null && found && (event.stays || held.has(key)))
        held.set(key, {
          who: doer,
          found: { ...found, evidence: { ...found.evidence, text: sentence.text.slice(0, 500) } },
        })
    }
    last.who = persons(tokens)[0] ?? last.who
  }

  /** Whoever does it and is there: the subject of its verb, the last one named before it, or whom the sentence before is about. */
  private doerOf(
    { tokens }: ReadSentence,
    { at }: HandEvent,
    there: ReadonlyMap<string, FoundPresence>,
    before: string | null,
  ): string | null {
    const isHere = (key: string) => there.has(this.figure(key)) && this.types.get(key) === 'character'
    const named =
      subjectOf(tokens, at, 's')?.names.find(isHere) ??
      tokens.slice(0, at).findLast(({ name, possessive }) => name !== undefined && !possessive && isHere(name))?.name
    if (named !== undefined) return this.figure(named)
    if (before !== null && there.has(before)) return before
    return there.size === 1 ? [...there.keys()][0]! : null
  }
}
