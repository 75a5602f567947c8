import { longestNumber } from '../../../model/common'
import type { FrameRate } from '../../../model/frameRate'
import type { Breakdown } from '../../../model/project'
import { secondsToFrames } from '../../../domain/time/frames'
import type { BrokenScene, BrokenShot, ParsedScript, ScriptElement } from '../../scriptTypes'
import type { Beat, OpenShot } from './beats'
import { addBeats, trimLines } from './beats'
import type { Speech, SpokenLine } from './dialogueCut'
import type { HeadingKind } from '../../../language/text/splitHeading'
import { cutDialogue } from './dialogueCut'
import { actionSeconds } from './durations'
import { splitHeading } from '../../../language/text/splitHeading'
import { isMark, listedBeats, withoutBullet } from './marks'
import { isCameraLine, isTransitionLine, readShotWords } from './shotWords'

export interface CutScene {
  scene: BrokenScene
  beats: Beat[]
  kind: HeadingKind
  /** The second place of a heading that names two. */
  also?: string | undefined
  /** True for text before the first heading. */
  loose: boolean
}

export interface CutOptions extends Breakdown {
  fps: FrameRate
}

/**
 * Scenes and shots of the default breakdown (domain.md 11): one shot per action paragraph, consecutive dialogue in one
 * shot. A camera line ("CLOSE ON STEEL", Final Draft's Shot) frames the paragraph or speech right after it. Transitions,
 * sections, synopses, notes and centred text make no shot, but a scene with nothing else gets one from them.
 */
export function cutScenes(script: ParsedScript, options: CutOptions): CutScene[] {
  const cutter = new SceneCutter(options, script.format)
  for (const element of script.elements) cutter.take(element)
  return cutter.finish()
}

class SceneCutter {
  private readonly scenes: CutScene[] = []
  private open: CutScene | null = null
  private shots: OpenShot[] = []
  private speeches: Speech[] = []
  /** The speech that parentheticals and dialogue still belong to. */
  private speech: { name: string; extension: string; aside: string; line: number; lines: SpokenLine[] } | null = null
  /** A camera line that waits for its paragraph or speech. */
  private camera: ScriptElement | null = null
  private spare: ScriptElement[] = []
  private marks: { text: string; line: number }[] = []
  /** From the word INTERCUT on each speaker is in another place, and in a shot of his own. */
  private isIntercut = false

  constructor(
    private readonly options: CutOptions,
    private readonly format: ParsedScript['format'],
  ) {}

  take(element: ScriptElement): void {
    switch (element.type) {
      case 'scene_heading':
        if (this.isNumberedShot(element)) {
          this.act({ ...element, type: 'shot' })
          break
        }
        this.close()
        this.isIntercut = false
        this.begin(element)
        return
      case 'character':
        if (this.isIntercut && this.speech && this.speech.name !== element.text) this.endRun()
        this.endSpeech()
        this.ensureScene(element.line)
        this.speech = {
          name: element.text,
          extension: element.extension ?? '',
          aside: '',
          line: element.line,
          lines: [],
        }
        this.speeches.push({ lines: this.speech.lines, dual: false })
        if (element.dual === 'right' && this.speeches.length > 1) this.joinDual()
        break
      case 'parenthetical':
      case 'dialogue':
      case 'lyrics':
        if (this.speech) this.say(element)
        else this.act(element)
        break
      case 'action':
      case 'general':
        if (isMark(element.text)) this.mark(element)
        else if (isTransitionLine(element.text)) this.breakOff(element)
        else this.act(element)
        break
      case 'shot':
        if (isMark(element.text)) this.mark(element)
        else this.act(element)
        break
      case 'note':
      case 'boneyard':
      case 'page_break':
        this.extend(element)
        return
      case 'transition':
        if (isMark(element.text)) this.mark(element)
        else this.breakOff(element)
        break
      case 'centered':
      case 'section':
      case 'synopsis':
        this.breakOff(element)
        break
    }
    this.extend(element)
  }

  finish(): CutScene[] {
    if (!this.open && this.scenes.length === 0 && this.spare.some((e) => e.text.trim() !== ''))
      this.ensureScene(this.spare[0]!.line)
    this.close()
    return this.scenes
  }

  /** "34   CLOSE SHOT - RICK" of a script that numbers its shots: a shot of the scene before. */
  private isNumberedShot({ text, sceneNumber }: ScriptElement): boolean {
    return (
      this.format === 'shooting' &&
      this.open !== null &&
      sceneNumber !== undefined &&
      isCameraLine(text) &&
      splitHeading(text).kind === 'camera'
    )
  }

  private begin(element: ScriptElement): void {
    const { kind, also, ...parts } = splitHeading(element.text)
    const before = this.scenes.at(-1)?.scene
    // A POV or "LATER" stays in the place of the scene before.
    if (before && (kind === 'camera' || kind === 'time')) {
      parts.set = before.set
      parts.intExt = before.intExt
      if (parts.timeOfDay === '') parts.timeOfDay = before.timeOfDay
    }
    const scene: BrokenScene = {
      heading: element.text.toUpperCase().slice(0, 1000),
      number: (element.sceneNumber ?? '').slice(0, longestNumber),
      ...parts,
      ...(isOutOfOrder(element.text) ? { outOfStoryOrder: true } : {}),
      set: parts.set.slice(0, 1000),
      timeOfDay: parts.timeOfDay.slice(0, 100),
      startLine: element.line,
      endLine: element.endLine,
      shots: [],
    }
    this.open = { scene, beats: [], kind, also: also?.slice(0, 1000), loose: false }
    this.spare = []
  }

  /** Text before the first heading gets a scene of its own. */
  private ensureScene(line: number): void {
    if (this.open) return
    const scene: BrokenScene = {
      heading: '',
      number: '',
      intExt: '',
      set: '',
      timeOfDay: '',
      startLine: line,
      endLine: line,
      shots: [],
    }
    this.open = { scene, beats: [], kind: 'title', loose: true }
  }

  private extend(element: ScriptElement): void {
    if (this.open) this.open.scene.endLine = Math.max(this.open.scene.endLine, element.endLine)
  }

  private breakOff(element: ScriptElement): void {
    this.endRun()
    this.endCamera()
    this.spare.push(element)
  }

  /** A mark waits for the shot behind it; a scene that ends with one has no shot of it. */
  private mark(element: ScriptElement): void {
    this.breakOff(element)
    this.isIntercut = /^\W*INTERCUT/.test(element.text)
    this.marks.push({ text: element.text.trim(), line: element.line })
  }

  private act(element: ScriptElement): void {
    this.endRun()
    if (element.text.trim() === '') return
    this.ensureScene(element.line)
    if (element.type === 'shot' || isCameraLine(element.text)) {
      this.endCamera()
      this.camera = element
      return
    }
    const listed = listedBeats(element.text)
    for (const beat of listed ?? [])
      this.addShot({
        text: beat.text,
        seconds: actionSeconds(beat.text, this.options),
        startLine: element.line + beat.line,
        endLine: element.line + beat.line + beat.text.split('\n').length - 1,
        textLine: element.line + beat.line,
      })
    for (const text of listed ? [] : pieces(withoutBullet(trimLines(element.text))))
      this.addShot({
        text,
        seconds: actionSeconds(text, this.options),
        startLine: element.line,
        endLine: element.endLine,
        textLine: element.line,
      })
  }

  private say(element: ScriptElement): void {
    const speech = this.speech!
    if (element.type === 'parenthetical') {
      if (speech.aside !== '') this.addSpoken('', element.line - 1, element.line - 1)
      speech.aside = element.text
        .trim()
        .replace(/^\(|\)$/g, '')
        .trim()
    } else this.addSpoken(element.text.trim(), speech.aside ? element.line - 1 : element.line, element.endLine)
  }

  private addSpoken(text: string, startLine: number, endLine: number): void {
    const speech = this.speech!
    const said = {
      character: speech.name.slice(0, 200),
      extension: speech.extension.slice(0, 100),
      parenthetical: speech.aside.slice(0, 1000),
      text,
    }
    speech.lines.push({ said, startLine, endLine, cueLine: speech.line })
    speech.aside = ''
  }

  /** A cue or parenthetical with nothing after it is still told. */
  private endSpeech(): void {
    const speech = this.speech
    if (speech && (speech.aside !== '' || speech.lines.length === 0)) {
      const line = speech.aside === '' ? speech.line : (speech.lines.at(-1)?.endLine ?? speech.line) + 1
      this.addSpoken('', line, line)
    }
    this.speech = null
  }

  private joinDual(): void {
    const right = this.speeches.pop()!
    const left = this.speeches.pop()!
    // Both sides fill while their speeches are read, so the pair is made when the run ends.
    this.speeches.push({ lines: left.lines, dual: true }, right)
  }

  /** Ends the run of dialogue: its shots are cut. */
  private endRun(): void {
    this.endSpeech()
    if (this.speeches.length === 0) return
    const joined: Speech[] = []
    let left: Speech | null = null
    for (const speech of this.speeches) {
      if (left) {
        joined.push({ lines: [...left.lines, ...speech.lines], dual: true })
        left = null
      } else if (speech.dual) left = speech
      else joined.push(speech)
    }
    this.speeches = []
    for (const run of cutDialogue(joined, this.options)) {
      const first = run.lines[0]!
      this.addShot({
        text: '',
        speech: run.lines,
        seconds: Math.max(this.options.minSeconds, run.seconds),
        startLine: first.startLine <= first.cueLine + 2 ? first.cueLine : first.startLine,
        endLine: run.lines.at(-1)!.endLine,
      })
    }
  }

  private addShot(shot: Partial<OpenShot> & Pick<OpenShot, 'text' | 'seconds' | 'startLine' | 'endLine'>): void {
    const camera = this.camera
    this.camera = null
    this.shots.push({
      camera: camera ? camera.text.trim() : '',
      speech: [],
      textLine: shot.startLine,
      marks: this.marks.splice(0),
      ...shot,
      startLine: camera ? camera.line : shot.startLine,
    })
  }

  private endCamera(): void {
    const camera = this.camera
    if (!camera) return
    this.camera = null
    const text = camera.text.trim()
    this.addShot({ text, seconds: actionSeconds(text, this.options), startLine: camera.line, endLine: camera.endLine })
  }

  private close(): void {
    this.endRun()
    this.endCamera()
    const open = this.open
    if (!open) return
    if (this.shots.length === 0 && /^OMIT(?:TED)?\.?$/.test(open.scene.heading)) {
      // Final Draft keeps the heading of a scene that was cut out.
      this.open = null
      return
    }
    if (this.shots.length === 0) this.addSpareShot(open.scene)
    const heading = readShotWords(open.scene.heading)
    // A heading that is itself a shot frames all of its scene, a shot word beside a place only the first shot.
    const framed = open.kind === 'camera' ? this.shots.length : 1
    this.shots.forEach((shot, i) => {
      open.scene.shots.push(this.finishShot(shot, i < framed ? heading : null))
      addBeats(open.beats, shot, i)
    })
    this.scenes.push(open)
    this.open = null
    this.shots = []
    this.spare = []
    this.marks = []
  }

  private addSpareShot(scene: BrokenScene): void {
    const telling =
      scene.heading === '' ? ['centered', 'synopsis', 'section', 'action', 'transition'] : ['centered', 'synopsis']
    const kind = telling.find((type) => this.spare.some((e) => e.type === type && e.text.trim() !== ''))
    const used = this.spare.filter((e) => e.type === kind && e.text.trim() !== '')
    const text = used.length > 0 ? used.map((e) => e.text.trim()).join('\n') : scene.heading
    const startLine = used[0]?.line ?? scene.startLine
    this.addShot({
      text,
      seconds: actionSeconds(text, this.options),
      startLine,
      endLine: used.at(-1)?.endLine ?? startLine,
      textLine: 0,
    })
  }

  private finishShot(shot: OpenShot, heading: ReturnType<typeof readShotWords> | null): BrokenShot {
    const text = [shot.camera, shot.text].filter((t) => t !== '').join('\n')
    const words = readShotWords(text)
    return {
      text,
      dialogue: shot.speech.map((l) => l.said),
      size: words.size ?? heading?.size ?? null,
      angle: words.angle ?? heading?.angle ?? null,
      movement: words.movement || (heading?.movement ?? ''),
      durationFrames: secondsToFrames(shot.seconds, this.options.fps),
      startLine: shot.startLine,
      endLine: Math.max(shot.startLine, shot.endLine),
    }
  }
}

/** "EXT. FIELD - DAY (FLASHBACK)", "FLASHBACK - INT. KITCHEN". */
const isOutOfOrder = (heading: string): boolean =>
  /(?:^|[([\-–—:/]\s*)(?:BEGIN |START (?:OF )?)?(?:THE )?(?:FLASH[- ]?(?:BACK|FORWARD)|DREAM(?: SEQUENCE)?|NIGHTMARE|MEMORY|FANTASY)(?:\s*\d+)?\s*(?:$|[)\]\-–—:./]|(?=(?:INT|EXT)\b))/.test(
    heading.toUpperCase(),
  ) && !/^\W*END\b/i.test(heading)

/** A shot's text holds 100,000 characters; no paragraph of a script is longer. */
function pieces(text: string): string[] {
  const out: string[] = []
  for (let at = 0; at < text.length; at += 100_000) out.push(text.slice(at, at + 100_000))
  return out
}
