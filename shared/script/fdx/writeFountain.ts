import { cueParts, isForcedHeading, isTransition, startsLikeHeading } from '../fountain/lineRules'
import type { ScriptElement } from '../scriptTypes'
import type { FdxBlock } from './readParagraphs'

/**
 * Writes blocks out as Fountain lines and answers the elements with the lines they stand in, so that line numbers of a
 * Final Draft script mean something. Reading the lines again gives the same elements, with Shot and General as action.
 */
export function writeFountain(
  titlePage: readonly { key: string; value: string }[],
  blocks: readonly FdxBlock[],
): { lines: string[]; elements: ScriptElement[] } {
  const writer = new Writer()
  writer.title(titlePage)
  for (const block of blocks) writer.block(block)
  return { lines: writer.lines, elements: writer.elements }
}

class Writer {
  readonly lines: string[] = []
  readonly elements: ScriptElement[] = []
  /** Inside a speech no blank line stands between its parts. */
  private inSpeech = false

  title(entries: readonly { key: string; value: string }[]): void {
    for (const { key, value } of entries) {
      const values = value
        .split('\n')
        .map((v) => v.trim())
        .filter((v) => v !== '')
      if (values.length === 1) this.lines.push(`${key}: ${escape(values[0]!)}`)
      else this.lines.push(`${key}:`, ...values.map((v) => `    ${escape(v)}`))
    }
  }

  block(block: FdxBlock): void {
    const speech =
      block.type === 'parenthetical' || block.type === 'dialogue' || (block.type === 'lyrics' && this.inSpeech)
    if (speech && this.inSpeech) this.speechPart(block)
    else {
      if (this.lines.length > 0) this.lines.push('')
      this.inSpeech = false
      this.paragraph(speech ? { ...block, type: 'action' } : block)
    }
  }

  private paragraph(block: FdxBlock): void {
    const { type, text } = block
    switch (type) {
      case 'scene_heading': {
        const number = block.sceneNumber === undefined ? '' : ` #${block.sceneNumber}#`
        const forced = startsLikeHeading(text) || !isForcedHeading(`.${text}`) ? '' : '.'
        this.add(
          block,
          [`${forced}${escape(text)}${number}`],
          block.sceneNumber === undefined ? {} : { sceneNumber: block.sceneNumber },
        )
        return
      }
      case 'character':
        this.cue(block)
        return
      case 'transition':
        this.add({ ...block, text: text.toUpperCase() }, [
          isTransition(text.toUpperCase()) ? escape(text.toUpperCase()) : `> ${escape(text.toUpperCase())}`,
        ])
        return
      case 'centered':
        this.add(
          block,
          split(text).map((l) => `> ${escape(l.trim())} <`),
        )
        return
      case 'lyrics':
        this.add(
          block,
          split(text).map((l) => `~${escape(l)}`),
        )
        return
      case 'section':
        this.add(block, [`${'#'.repeat(block.depth ?? 1)} ${escape(text.replace(/\n/g, ' '))}`], {
          depth: block.depth ?? 1,
        })
        return
      case 'synopsis':
        this.add(block, [`= ${escape(text.replace(/\n/g, ' '))}`])
        return
      case 'note':
        this.add(block, [`[[${text.replace(/\n/g, ' ').replaceAll(']]', '] ]')}]]`])
        return
      default:
        this.add(block, actionLines(text))
    }
  }

  private cue(block: FdxBlock): void {
    const cue = cueParts(block.text, true)
    if (!cue) {
      this.add({ ...block, type: 'action' }, actionLines(block.text))
      return
    }
    const name = cue.name.toUpperCase()
    const extension = cue.extension === '' ? '' : ` (${cue.extension})`
    const plain =
      cueParts(`${name}${extension}`, false) !== null &&
      !/^[.!@>~#=]/.test(name) &&
      !startsLikeHeading(name) &&
      !isTransition(name)
    const line = `${plain ? '' : '@'}${name}${extension}${block.dual === 'right' ? ' ^' : ''}`
    this.add({ ...block, text: name }, [escape(line)], cue.extension === '' ? {} : { extension: cue.extension })
    this.inSpeech = true
  }

  /** Two dialogue paragraphs of one cue are one speech. */
  private speechPart(block: FdxBlock): void {
    const last = this.elements.at(-1)!
    const texts = split(block.text.trim())
    if (block.type === 'parenthetical') {
      const text = texts.map((t) => t.trim()).join(' ')
      const bracketed = text.startsWith('(') && text.endsWith(')') ? text : `(${text.replace(/^\(|\)$/g, '')})`
      this.add({ ...block, text: bracketed }, [escape(bracketed)])
      return
    }
    // A blank line inside a speech is two spaces.
    const lines = texts.map((t) =>
      t.trim() === '' ? '  ' : `${block.type === 'lyrics' ? '~' : ''}${escape(t.trim())}`,
    )
    if (last.type === block.type && last.endLine === this.lines.length) {
      this.lines.push(...lines)
      last.text += `\n${texts.map((t) => t.trim()).join('\n')}`
      last.endLine = this.lines.length
    } else this.add({ ...block, text: texts.map((t) => t.trim()).join('\n') }, lines)
  }

  private add(block: FdxBlock, lines: string[], more: Partial<ScriptElement> = {}): void {
    const line = this.lines.length + 1
    this.lines.push(...lines)
    this.elements.push({
      type: block.type,
      text: block.text,
      line,
      endLine: this.lines.length,
      ...(block.dual ? { dual: block.dual } : {}),
      ...more,
    })
  }
}

function split(text: string): string[] {
  return text.split('\n')
}

/** Lines that Fountain would read as something else get a !. */
function actionLines(text: string): string[] {
  const lines = split(text)
  return lines.map((line, i) => {
    const trimmed = line.trim()
    const cueLike = i === 0 && lines.length > 1 && cueParts(trimmed, false) !== null
    const other =
      /^[!@>~#=]/.test(trimmed) ||
      isForcedHeading(trimmed) ||
      (i === 0 && (startsLikeHeading(trimmed) || isTransition(trimmed)))
    return `${cueLike || other ? '!' : ''}${escape(line)}`
  })
}

/** Emphasis, note and boneyard marks of the text are text. */
function escape(text: string): string {
  return text.replace(/[*_]/g, '\\$&').replaceAll('[[', '[ [').replaceAll('/\\*', '/ \\*')
}
