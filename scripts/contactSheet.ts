import { createCanvas, GlobalFonts, loadImage, type Canvas, type SKRSContext2D } from '@napi-rs/canvas'
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import sharp from 'sharp'
import { describeFrame } from '../shared/domain/blocking/describeFrame'
import { framesToSeconds } from '../shared/domain/time/frames'
import { drawList } from '../shared/drawing/drawList'
import type { DrawOp } from '../shared/drawing/drawOp'
import { execute } from '../shared/drawing/execute'
import { PAPER } from '../shared/drawing/drawingColours'
import { chosenTake, projectOf, shotsInOrder, takeKindOf } from '../shared/domain/lookup'
import { secondsText } from '../shared/language/unitWords'
import type { FrameEnd } from '../shared/model/common'
import type { Shot } from '../shared/model/shot'
import { afterMs, noKeys } from '../electron/commit/context'
import { dispatch } from '../electron/commit/dispatch'
import { newId } from '../electron/commit/newId'
import { createSession, openSession, type Session } from '../electron/app/session'
import { registerFrameFont } from '../electron/generators/local/frameFont'
import type { GeneratorRunner } from '../electron/generators/startGeneratorProcess'
import { importScript } from '../electron/services/importScript'
import { buildSample } from '../electron/app/sample/buildSample'
import { preparedGenerators } from '../electron/app/sample/preparedGenerators'

// Part of `npm run screenshots`: all shots of the sample film on one sheet, start and end side by side with number, size, time and text, written
// to docs/images/contact-sheet.webp. Where scripts lie beside the checkout (../shared/corpus) one of them is drawn too, just after its import,
// as contact-sheet-drawn.webp: its words are not ours, so of that only pictures without writing, numbers, sizes and times.
// With a project folder and a file it draws that project instead; `--no-words` leaves its words out.

const panel = { text: 74, head: 30, gap: 16 } as const
const margin = 24
const sheetHead = 56
const paper = '#f1e9da'
const inkColour = '#2b2226'
const faint = '#7a6d64'

interface Sheet {
  readonly title: string
  readonly columns: number
  /** Width of the two pictures of a shot. */
  readonly width: number
  /** With text, names and signs. */
  readonly words: boolean
  /** The pictures as drawn today, not the takes. */
  readonly drawn: boolean
}

const foreignScript = resolve('../shared/corpus/scripts/Brick-and-Steel.fountain')
const drawnSheet = 'docs/images/contact-sheet-drawn.webp'

const nobody: GeneratorRunner = {
  run: async () => {
    throw new Error('not prepared; run `npm run sample`')
  },
  isRunning: () => false,
  cancel: () => {},
  stop: () => {},
}

/** The sample film in a temporary folder. */
async function openSample(folder: string): Promise<Session> {
  const sample = resolve('resources/sample')
  const context = { newId, now: Date.now, after: afterMs, generators: preparedGenerators(sample, nobody), keys: noKeys }
  const made = createSession(context, folder, { title: 'Number Nine' })
  await buildSample(context, made, sample)
  return made
}

function words(shot: Shot): string {
  const said = shot.dialogue.map((d) => `${d.character}: ${d.text}`).join(' ')
  return [shot.text.replace(/^(WIDE|MEDIUM|INSERT)\. /, ''), said].filter(Boolean).join(' ').replace(/\s+/g, ' ')
}

function wrapped(context: SKRSContext2D, text: string, width: number, most: number): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ')) {
    const longer = line ? `${line} ${word}` : word
    if (context.measureText(longer).width <= width) line = longer
    else {
      lines.push(line)
      line = word
    }
  }
  lines.push(line)
  if (lines.length <= most) return lines
  return [...lines.slice(0, most - 1), `${lines[most - 1]!.replace(/[\s,.]+\S*$/, '')} …`]
}

/** Without what is written: names of people, places and things. */
function unwritten(ops: readonly DrawOp[]): DrawOp[] {
  return ops.flatMap((op): DrawOp[] =>
    op.op === 'text' ? [] : op.op === 'group' ? [{ ...op, ops: unwritten(op.ops) }] : [op],
  )
}

/** A still as it would be drawn now; of shots whose people and places have no pictures yet. */
function drawnNow({ project }: Session, shot: Shot, frame: FrameEnd, width: number, words: boolean): Canvas {
  const described = describeFrame(project.records, shot.id, frame, words)
  const scale = width / described.width
  const canvas = createCanvas(width, Math.round(described.height * scale))
  const context = canvas.getContext('2d')
  context.fillStyle = PAPER
  context.fillRect(0, 0, canvas.width, canvas.height)
  context.scale(scale, scale)
  const ops = drawList(described)
  execute<Canvas>(words ? ops : unwritten(ops), context, () => undefined)
  return canvas
}

async function drawStill(
  context: SKRSContext2D,
  session: Session,
  sheet: Sheet,
  shot: Shot,
  frame: FrameEnd,
  x: number,
  y: number,
  height: number,
): Promise<void> {
  const { project } = session
  const width = sheet.width / 2 - 1
  const take = sheet.drawn ? null : chosenTake(project.records, shot.id, takeKindOf(frame))
  if (sheet.drawn) context.drawImage(drawnNow(session, shot, frame, width * 2, sheet.words), x, y, width, height)
  else if (take)
    context.drawImage(
      await loadImage(
        await sharp(project.media.pathOf(project.records.must('media', take.mediaId)))
          .resize(width * 2)
          .png()
          .toBuffer(),
      ),
      x,
      y,
      width,
      height,
    )
  else {
    context.fillStyle = '#e2d7c4'
    context.fillRect(x, y, width, height)
    context.fillStyle = faint
    context.font = '400 12px Inter'
    context.fillText('to be made', x + width / 2 - 32, y + height / 2 + 4)
  }
  context.strokeStyle = inkColour
  context.lineWidth = 1.5
  context.strokeRect(x, y, width, height)
}

async function drawSheet(session: Session, sheet: Sheet): Promise<Buffer> {
  const { records } = session.project
  const { aspectWidth, aspectHeight, fps } = projectOf(records)
  const shots = shotsInOrder(records)
  const { columns, words: written } = sheet
  const picture = Math.round(((sheet.width / 2 - 1) * aspectHeight) / aspectWidth)
  const rows = Math.ceil(shots.length / columns)
  const high = picture + (written ? panel.text : panel.head) + panel.gap
  const canvas = createCanvas(
    margin * 2 + columns * (sheet.width + panel.gap) - panel.gap,
    sheetHead + margin + rows * high,
  )
  const context = canvas.getContext('2d')
  context.imageSmoothingQuality = 'high'
  context.fillStyle = paper
  context.fillRect(0, 0, canvas.width, canvas.height)
  context.fillStyle = inkColour
  context.font = '600 20px Inter'
  context.fillText(sheet.title, margin, 38)
  const titleWidth = context.measureText(sheet.title).width
  context.fillStyle = faint
  context.font = '400 13px Inter'
  context.fillText(`${shots.length} shots, start and end of each`, margin + titleWidth + 16, 38)
  for (const [i, shot] of shots.entries()) {
    const x = margin + (i % columns) * (sheet.width + panel.gap)
    const y = sheetHead + Math.floor(i / columns) * high
    await drawStill(context, session, sheet, shot, 'start', x, y, picture)
    await drawStill(context, session, sheet, shot, 'end', x + sheet.width / 2 + 1, y, picture)
    context.fillStyle = inkColour
    context.font = '600 14px Inter'
    context.fillText(shot.number, x, y + picture + 20)
    context.fillStyle = faint
    context.font = '400 12px Inter'
    context.fillText(
      [shot.size?.replace('_', ' '), written ? shot.lens : '', secondsText(framesToSeconds(shot.durationFrames, fps))]
        .filter(Boolean)
        .join(' · '),
      x + 28,
      y + picture + 20,
    )
    context.fillStyle = inkColour
    if (written)
      for (const [line, text] of wrapped(context, words(shot), sheet.width - 8, 2).entries())
        context.fillText(text, x, y + picture + 40 + line * 17)
  }
  return canvas.toBuffer('image/png')
}

async function write(out: string, session: Session, sheet: Sheet, quality: number): Promise<void> {
  mkdirSync(dirname(out), { recursive: true })
  writeFileSync(
    out,
    await sharp(await drawSheet(session, sheet))
      .webp({ quality, effort: 6 })
      .toBuffer(),
  )
  session.close()
}

/** A script of others in a temporary project, its proposed aliases merged, nothing else done. */
function importForeign(folder: string): Session {
  const session = createSession({ newId, now: Date.now, after: afterMs, generators: nobody, keys: noKeys }, folder, {
    title: 'A script',
  })
  const { project } = session
  importScript(project, foreignScript)
  for (const { intoId, fromId } of [...project.records.list('aliasProposalsInOrder')].filter((p) => p.as === 'alias'))
    dispatch(project, 'asset.merge', { intoId, fromIds: [fromId], as: 'alias' })
  return session
}

const folder = mkdtempSync(join(tmpdir(), 'exeunt-contact-'))
try {
  GlobalFonts.registerFromPath(join('resources', 'fonts', 'InterVariable.woff2'), 'Inter')
  registerFrameFont()
  const args = process.argv.slice(2)
  const [given, out = 'contact-sheet.webp'] = args.filter((arg) => !arg.startsWith('--'))
  const inWords = !args.includes('--no-words')
  if (given) {
    const session = openSession(
      { newId, now: Date.now, after: afterMs, generators: nobody, keys: noKeys },
      given,
      undefined,
      false,
    )
    await write(
      out,
      session,
      {
        title: inWords ? projectOf(session.project.records).title : 'Contact sheet',
        columns: 3,
        width: 640,
        words: inWords,
        drawn: !inWords,
      },
      82,
    )
  } else {
    const sample = await openSample(join(folder, 'Sample.exeunt'))
    await write(
      'docs/images/contact-sheet.webp',
      sample,
      { title: projectOf(sample.project.records).title, columns: 4, width: 480, words: true, drawn: false },
      82,
    )
    if (existsSync(foreignScript))
      await write(
        drawnSheet,
        importForeign(join(folder, 'Script.exeunt')),
        { title: 'Just after import', columns: 4, width: 480, words: false, drawn: true },
        74,
      )
  }
} finally {
  rmSync(folder, { recursive: true, force: true })
}
