import { createCanvas, GlobalFonts, loadImage, type SKRSContext2D } from '@napi-rs/canvas'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import sharp from 'sharp'
import { chosenTake, shotsInOrder, takeKindOf } from '../shared/domain/lookup'
import type { FrameEnd } from '../shared/model/common'
import type { Shot } from '../shared/model/shot'
import { afterMs } from '../electron/app/context'
import { newId } from '../electron/app/newId'
import { createSession, openSession, type Session } from '../electron/app/session'
import type { GeneratorHost } from '../electron/generators/processHost'
import { buildSample } from '../electron/services/sample/buildSample'
import { preparedGenerators } from '../electron/services/sample/preparedGenerators'

// Part of `npm run screenshots`: all shots of the sample film on one sheet, start and end side by side with number,
// size, time and text. Written to docs/images/contact-sheet.webp. With a project folder and a file it draws that project instead.

const columns = 4
const panel = { width: 480, picture: 135, text: 74, gap: 16 } as const
const margin = 24
const sheetHead = 56
const paper = '#f1e9da'
const inkColour = '#2b2226'
const faint = '#7a6d64'

const nobody: GeneratorHost = { run: async () => { throw new Error('not prepared; run `npm run sample`') }, cancel: () => {}, stop: () => {} }

/** The sample film in a temporary folder. */
async function openSample(folder: string): Promise<Session> {
  const sample = resolve('resources/sample')
  const context = { newId, now: Date.now, after: afterMs, generators: preparedGenerators(sample, nobody) }
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

async function drawStill(context: SKRSContext2D, { project }: Session, shot: Shot, frame: FrameEnd, x: number, y: number): Promise<void> {
  const width = panel.width / 2 - 1
  const take = chosenTake(project.records, shot.id, takeKindOf(frame))
  if (take) context.drawImage(await loadImage(await sharp(project.media.pathOf(project.records.must('media', take.mediaId))).resize(width * 2).png().toBuffer()), x, y, width, panel.picture)
  else {
    context.fillStyle = '#e2d7c4'
    context.fillRect(x, y, width, panel.picture)
    context.fillStyle = faint
    context.font = '400 12px Inter'
    context.fillText('to be made', x + width / 2 - 32, y + panel.picture / 2 + 4)
  }
  context.strokeStyle = inkColour
  context.lineWidth = 1.5
  context.strokeRect(x, y, width, panel.picture)
}

async function drawSheet(session: Session): Promise<Buffer> {
  const shots = shotsInOrder(session.project.records)
  const rows = Math.ceil(shots.length / columns)
  const high = panel.picture + panel.text + panel.gap
  const canvas = createCanvas(margin * 2 + columns * (panel.width + panel.gap) - panel.gap, sheetHead + margin + rows * high)
  const context = canvas.getContext('2d')
  context.fillStyle = paper
  context.fillRect(0, 0, canvas.width, canvas.height)
  context.fillStyle = inkColour
  context.font = '600 20px Inter'
  const { title } = session.project.records.must('project', 'project')
  context.fillText(title, margin, 38)
  const titleWidth = context.measureText(title).width
  context.fillStyle = faint
  context.font = '400 13px Inter'
  context.fillText(`${shots.length} shots, start and end of each`, margin + titleWidth + 16, 38)
  for (const [i, shot] of shots.entries()) {
    const x = margin + (i % columns) * (panel.width + panel.gap)
    const y = sheetHead + Math.floor(i / columns) * high
    await drawStill(context, session, shot, 'start', x, y)
    await drawStill(context, session, shot, 'end', x + panel.width / 2 + 1, y)
    context.fillStyle = inkColour
    context.font = '600 14px Inter'
    context.fillText(shot.number, x, y + panel.picture + 20)
    context.fillStyle = faint
    context.font = '400 12px Inter'
    const fps = session.project.records.must('project', 'project').fps
    context.fillText([shot.size?.replace('_', ' '), shot.lens, `${(shot.durationFrames / fps).toFixed(1)} s`].filter(Boolean).join(' · '), x + 28, y + panel.picture + 20)
    context.fillStyle = inkColour
    for (const [line, text] of wrapped(context, words(shot), panel.width - 8, 2).entries()) context.fillText(text, x, y + panel.picture + 40 + line * 17)
  }
  return canvas.toBuffer('image/png')
}

const folder = mkdtempSync(join(tmpdir(), 'exeunt-contact-'))
try {
  GlobalFonts.registerFromPath(join('resources', 'fonts', 'InterVariable.woff2'), 'Inter')
  const [given, out = 'docs/images/contact-sheet.webp'] = process.argv.slice(2)
  const session = given ? openSession({ newId, now: Date.now, after: afterMs, generators: nobody }, given, undefined, false) : await openSample(join(folder, 'Sample.exeunt'))
  mkdirSync(dirname(out), { recursive: true })
  writeFileSync(out, await sharp(await drawSheet(session)).webp({ quality: 82, effort: 6 }).toBuffer())
  session.close()
} finally {
  rmSync(folder, { recursive: true, force: true })
}
