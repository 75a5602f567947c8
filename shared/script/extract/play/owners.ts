import type { BeatSentence, ReadBeat } from './readBeats'
import type { Stage } from './stage'

/** Where somebody's thing was told of, without him. */
interface Owner {
  name: string
  beat: ReadBeat
  sentence: BeatSentence
  at: number
}

/** "Otto's torch finds a door. He stops.": he is there from the shot on in which his thing is. */
export class Owners {
  private last: Owner | null = null

  constructor(private readonly stage: Stage) {}

  /** The owner who was there all the time, as a sentence tells; sentences in order. */
  read(beat: ReadBeat, sentence: BeatSentence): Owner | null {
    const { stage } = this
    const first = sentence.tokens[0]?.low
    let shown: Owner | null = null
    if (this.last && (first === 'he' || first === 'she')) {
      const sexOf = (name: string) => stage.persons.sexOf(name)
      const there = [...stage.here.keys()].some((p) => sexOf(stage.nameFor(p)) !== (first === 'he' ? 'she' : 'he'))
      const sex = sexOf(this.last.name)
      if (!there && (sex === null || sex === first)) shown = this.last
      this.last = null
    }
    const [token] = sentence.tokens
    const owns = beat.beat.kind === 'action' && token?.name !== undefined && token.possessive
    if (owns && !stage.here.has(stage.persons.of(token.name!)))
      this.last = { name: token.name!, beat, sentence, at: token.start }
    return shown
  }
}
