import type { ElementType, ScriptElement, ScriptWarning } from '../scriptTypes'
import { pause, type CleanLines } from './comments'
import { dualColumns } from './dualColumns'
import { indentOf } from './indent'
import type { Cue } from './lineRules'
import { stripEmphasis } from './emphasis'
import {
  cueParts,
  headingParts,
  isForcedHeading,
  isPlainHeading,
  isTransition,
  looksLikeAction,
  startsLikeHeading,
} from './lineRules'

const maxWarnings = 100

/** The lines after the title page as elements, in order. */
export function readBody(source: CleanLines, from: number): { elements: ScriptElement[]; warnings: ScriptWarning[] } {
  const reader = new BodyReader(source, from)
  reader.read()
  return { elements: reader.elements, warnings: reader.warnings }
}

class BodyReader {
  readonly elements: ScriptElement[] = []
  readonly warnings: ScriptWarning[] = []
  /** Index of the cue of the last speech, while nothing but that speech came after it. */
  private lastCue = -1

  /** Names that stand as a cue after a blank line: the same line inside a speech is the next cue. */
  private readonly known: ReadonlySet<string>

  constructor(
    private readonly source: CleanLines,
    private at: number,
  ) {
    this.known = this.cueNames()
  }

  read(): void {
    while (this.at < this.source.text.length) {
      if (this.isText(this.at)) this.readBlock(this.trimmed(this.at))
      else this.at++
    }
  }

  private readBlock(line: string): void {
    const mark = line[0]!
    if (/^={3,}$/.test(line)) this.add('page_break', '')
    else if (mark === '#') this.readSection(line)
    else if (mark === '=') this.add('synopsis', stripEmphasis(line.slice(1).trim()))
    else if (mark === '~')
      this.readRun(
        'lyrics',
        (l) => l.startsWith('~'),
        (l) => l.slice(1).trim(),
      )
    else if (isCentered(line)) this.readRun('centered', isCentered, (l) => l.slice(1, -1).trim())
    else if (mark === '>') this.add('transition', stripEmphasis(line.slice(1).trim()))
    else if (mark === '!') this.readAction()
    else if (isForcedHeading(line)) this.addHeading(line.slice(1))
    else if (startsLikeHeading(line)) this.addHeading(line)
    else if (isTransition(line)) this.add('transition', stripEmphasis(line))
    else {
      const pair = dualColumns(this.source, this.at)
      if (pair) {
        this.elements.push(...pair.elements)
        this.lastCue = -1
        this.at = pair.end
        return
      }
      const cue = this.cueHere(this.at)
      if (cue) this.readSpeech(cue, mark === '@')
      else this.readAction()
    }
  }

  private add(type: ElementType, text: string, more: Partial<ScriptElement> = {}): void {
    this.elements.push({ type, text, line: this.at + 1, endLine: this.at + 1, ...more })
    this.lastCue = -1
    this.at++
  }

  private addHeading(line: string): void {
    const { text, sceneNumber } = headingParts(line)
    this.add('scene_heading', text, sceneNumber === undefined ? {} : { sceneNumber })
  }

  private readSection(line: string): void {
    const depth = /^#+/.exec(line)![0].length
    this.add('section', stripEmphasis(line.slice(depth).trim()), { depth })
  }

  /** Neighbouring lines of one kind make one element. */
  private readRun(type: ElementType, fits: (line: string) => boolean, strip: (line: string) => string): void {
    const start = this.at
    const texts: string[] = []
    while (this.isText(this.at) && fits(this.trimmed(this.at)))
      texts.push(stripEmphasis(strip(this.trimmed(this.at++))))
    this.push({ type, text: texts.join('\n'), line: start + 1, endLine: this.at })
    this.lastCue = -1
  }

  /** A paragraph up to the next blank line, heading or cue of its own column; indents stay, a tab is four spaces. */
  private readAction(): void {
    const start = this.at
    const texts: string[] = []
    let end = start
    for (; this.at < this.source.text.length; this.at++) {
      if (this.source.skipped[this.at]) continue
      const line = this.trimmed(this.at)
      if (line === '') break
      if (this.at > start) {
        if (this.source.breaks[this.at] || endsParagraph(line) || isPlainHeading(line) || this.isCueColumn(end)) break
        if (startsLikeHeading(line)) this.warnHeading(line)
      }
      const raw = this.source.text[this.at]!.trimEnd().replaceAll('\t', '    ')
      texts.push(stripEmphasis(line.startsWith('!') ? raw.replace('!', '') : raw))
      end = this.at
    }
    this.push({ type: 'action', text: texts.join('\n'), line: start + 1, endLine: end + 1 })
    this.lastCue = -1
  }

  /** A cue needs text right below it. */
  private cueHere(at: number): Cue | null {
    const line = this.trimmed(at)
    const forced = line.startsWith('@')
    const cue = cueParts(forced ? line.slice(1) : line, forced)
    if (!cue) return null
    const next = this.nextLine(at)
    if (!this.isText(next) || this.source.breaks[next]) return null
    const below = this.trimmed(next)
    return endsSpeech(below) || isPlainHeading(below) ? null : cue
  }

  private nextLine(at: number): number {
    let next = at + 1
    while (next < this.source.text.length && this.source.skipped[next]) next++
    return next
  }

  private cueNames(): Set<string> {
    const names = new Set<string>()
    let blank = true
    for (let i = this.at; i < this.source.text.length; i++) {
      if (this.source.skipped[i]) continue
      const line = this.trimmed(i)
      if (blank && line !== '' && line.length <= 40 && !startsLikeHeading(line) && !isTransition(line)) {
        const cue = this.cueHere(i)
        if (cue && !looksLikeAction(cue.name) && !/[.]$/.test(cue.name)) names.add(cue.name)
      }
      blank = line === ''
    }
    return names
  }

  /** Is the line a cue, told from the line before only by its margin? Scripts that lay speeches out need no blank line before a cue. */
  private isCueColumn(before: number): boolean {
    const indent = this.indent(this.at)
    return indent >= 12 && indent >= this.indent(before) + 6 && this.cueHere(this.at) !== null
  }

  /**
   * What ends a speech without a blank line: a heading, a cut, the next cue, and a margin that is that of the action again. `margin` is that of the
   * spoken lines where it differs from that of the cue, else 0.
   */
  private endsHere(text: string, margin: number): boolean {
    if (endsSpeech(text) || isPlainHeading(text) || this.source.breaks[this.at]) return true
    const indent = this.indent(this.at)
    if (margin > 0 && indent <= margin - 4) return true
    if (isTransition(text) && indent >= margin) return true
    const cue = text.startsWith('(') ? null : cueParts(text, false)
    if (!cue || this.cueHere(this.at) === null) return false
    return this.known.has(cue.name) || (margin > 0 && indent >= margin + 6 && indent >= 12)
  }

  private indent(i: number): number {
    return indentOf(this.source.text[i]!)
  }

  private readSpeech(cue: Cue, forced: boolean): void {
    const line = this.at + 1
    if (!forced && looksLikeAction(cue.name)) this.warnCue(cue.name, line)
    const dual = cue.dual ? this.markLeft() : undefined
    const side = dual ? { dual } : {}
    const cueIndex = this.elements.length
    this.push({
      type: 'character',
      text: cue.name,
      line,
      endLine: line,
      ...side,
      ...(cue.extension ? { extension: cue.extension } : {}),
    })
    const cueIndent = this.indent(this.at)
    let margin = 0
    let open: ScriptElement | null = null
    for (this.at++; this.at < this.source.text.length; this.at++) {
      if (this.source.skipped[this.at]) continue
      const text = this.trimmed(this.at)
      if (text === '') {
        if (!this.isPause(this.at)) break
        if (open?.type === 'dialogue') open.text += '\n'
        continue
      }
      if (open && this.endsHere(text, margin)) break
      if (margin === 0 && !text.startsWith('(')) {
        const own = this.indent(this.at)
        if (own >= 4 && cueIndent >= own + 4) margin = own
      }
      const aside: { text: string; last: number } | null = this.parenthetical(text)
      const type: ElementType = aside ? 'parenthetical' : text.startsWith('~') ? 'lyrics' : 'dialogue'
      const said = aside ? aside.text : stripEmphasis(type === 'lyrics' ? text.slice(1).trim() : text)
      const first = this.at + 1
      if (aside) this.at = aside.last
      if (open && open.type === type && type !== 'parenthetical') {
        open.text += `\n${said}`
        open.endLine = this.at + 1
      } else {
        open = { type, text: said, line: first, endLine: this.at + 1, ...side }
        this.elements.push(open)
      }
    }
    this.lastCue = cueIndex
  }

  /** `(pause)`, also broken over up to four lines. */
  private parenthetical(text: string): { text: string; last: number } | null {
    if (!text.startsWith('(')) return null
    if (text.endsWith(')')) return { text: stripEmphasis(text), last: this.at }
    if (text.includes(')')) return null
    let joined = text
    for (let i = this.at + 1; i < this.at + 4 && this.isText(i); i++) {
      const next = this.trimmed(i)
      joined += ` ${next}`
      if (next.endsWith(')') && !next.includes('(')) return { text: stripEmphasis(joined), last: i }
      if (/[()]/.test(next)) return null
    }
    return null
  }

  /** The speech before a cue with ^ becomes the left one of the pair. */
  private markLeft(): 'right' | undefined {
    const first = this.elements[this.lastCue]
    if (this.lastCue < 0 || !first || first.dual) return undefined
    for (let i = this.lastCue; i < this.elements.length; i++) this.elements[i]!.dual = 'left'
    return 'right'
  }

  private push(element: ScriptElement): void {
    this.elements.push(element)
  }

  /** Two spaces keep a blank line inside the speech, unless what follows is no speech. */
  private isPause(i: number): boolean {
    if (this.source.text[i] !== pause || !this.isText(i + 1)) return false
    const next = this.trimmed(i + 1)
    return !isPlainHeading(next) && !isTransition(next) && !(cueParts(next, false) && this.cueHere(i + 1))
  }

  private isText(i: number): boolean {
    return i < this.source.text.length && !this.source.skipped[i] && this.source.text[i]!.trim() !== ''
  }

  private trimmed(i: number): string {
    return this.source.text[i]!.trim()
  }

  private warnCue(name: string, line: number): void {
    this.warn(
      line,
      'CUE_LOOKS_LIKE_ACTION',
      `Line ${line}, “${name}”, is read as a character because text follows right below it. If it is action, put a ! before it.`,
    )
  }

  private warnHeading(text: string): void {
    const line = this.at + 1
    this.warn(
      line,
      'HEADING_INSIDE_PARAGRAPH',
      `Line ${line}, “${text.slice(0, 80)}”, looks like a scene heading but stands inside a paragraph, so it is read as action. Put a blank line before it.`,
    )
  }

  private warn(line: number, code: string, message: string): void {
    if (this.warnings.length < maxWarnings) this.warnings.push({ line, code, message })
  }
}

function isCentered(line: string): boolean {
  return line.length > 1 && line.startsWith('>') && line.endsWith('<')
}

/** Lines that end an action paragraph without a blank line. */
function endsParagraph(line: string): boolean {
  const mark = line[0]!
  return mark === '#' || mark === '~' || mark === '>' || /^={3,}$/.test(line)
}

function endsSpeech(line: string): boolean {
  return /^={3,}$/.test(line) || isCentered(line)
}
