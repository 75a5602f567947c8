import { readFile } from 'node:fs/promises'
import { DOMMatrix, ImageData, Path2D } from '@napi-rs/canvas'
import type * as pdfjs from 'pdfjs-dist/legacy/build/pdf.mjs'
import { GeneratorError, type GeneratorEvent, type PdfRequest } from '../generatorContract'
import { layOutPage, measure, type PageRun } from './layOutPage'

/** A long feature has 200 pages. */
const mostPages = 1500
/** As much text as a script may have (shared/script/limits). */
const mostCharacters = 8_000_000
/** Letters of a page with hardly any are those of a stamp or a page number. */
const fewLetters = 12

type PdfJs = typeof pdfjs
let loaded: Promise<PdfJs> | null = null

/**
 * The extractor works in this thread: the process around it is there to be ended when a file keeps it busy. It asks for what a browser has where it does
 * not take the process for Node.
 */
function pdfJs(): Promise<PdfJs> {
  return (loaded ??= (async () => {
    const world = globalThis as Record<string, unknown>
    for (const [name, value] of Object.entries({ DOMMatrix, ImageData, Path2D })) world[name] ??= value
    // @ts-expect-error: the package gives it no types.
    world['pdfjsWorker'] = await import('pdfjs-dist/legacy/build/pdf.worker.mjs')
    return import('pdfjs-dist/legacy/build/pdf.mjs')
  })())
}

/**
 * The text of a PDF with its layout: columns of the page are columns of the text, pages are parted by form feeds. Nothing in the file is run, drawn or
 * fetched. @throws GeneratorError `refused` with a sentence
 */
export async function readPdf(
  { id, path }: PdfRequest,
  report: (event: GeneratorEvent) => void,
  signal: AbortSignal,
): Promise<void> {
  const { getDocument, VerbosityLevel } = await pdfJs()
  const task = getDocument({
    data: new Uint8Array(await readFile(path)),
    verbosity: VerbosityLevel.ERRORS,
    isEvalSupported: false,
    enableXfa: false,
    disableFontFace: true,
    useSystemFonts: false,
    useWorkerFetch: false,
    useWasm: false,
    isOffscreenCanvasSupported: false,
    isImageDecoderSupported: false,
    disableAutoFetch: true,
    disableStream: true,
    maxImageSize: 1,
  })
  try {
    const document = await task.promise
    if (document.numPages > mostPages)
      throw refused(`It has ${document.numPages} pages; a script has at most ${mostPages}.`)
    const pages: PageRun[][] = []
    let characters = 0
    for (let n = 1; n <= document.numPages; n++) {
      signal.throwIfAborted()
      const runs = await runsOf(await document.getPage(n))
      characters += runs.reduce((sum, run) => sum + run.text.length, 0)
      if (characters > mostCharacters) throw refused('It holds far more text than a script.')
      pages.push(runs)
      report({ type: 'progress', id, value: n / document.numPages, text: `Page ${n} of ${document.numPages}` })
    }
    report({ type: 'pdfDone', id, text: textOf(pages) })
  } catch (error) {
    if (error instanceof GeneratorError || signal.aborted) throw error
    throw refused(reasonOf(error))
  } finally {
    await task.destroy()
  }
}

const refused = (reason: string): GeneratorError => new GeneratorError('refused', reason)

const reasonOf = (error: unknown): string =>
  error instanceof Error && error.name === 'PasswordException'
    ? 'The PDF is locked with a password. Save it without one and import that.'
    : 'It is a damaged PDF.'

type Page = Awaited<ReturnType<Awaited<ReturnType<PdfJs['getDocument']>['promise']>['getPage']>>

async function runsOf(page: Page): Promise<PageRun[]> {
  const { transform, height } = page.getViewport({ scale: 1 })
  const { items } = await page.getTextContent()
  const [va, vb, vc, vd, ve, vf] = transform as [number, number, number, number, number, number]
  const runs: PageRun[] = []
  for (const item of items) {
    if (!('str' in item) || item.str.trim() === '') continue
    const [a, b, , , e, f] = item.transform as [number, number, number, number, number, number]
    const [along, across] = [va * a + vc * b, vb * a + vd * b]
    // What runs askew is a watermark over the page.
    if (Math.abs(across) > Math.abs(along) * 0.1) continue
    const [x, y] = [va * e + vc * f + ve, vb * e + vd * f + vf]
    if (!Number.isFinite(x) || !Number.isFinite(y) || y < -20 || y > height + 20) continue
    const text = item.str.trimStart()
    const width = Number.isFinite(item.width) ? Math.abs(item.width) : 0
    const before = ((item.str.length - text.length) / item.str.length) * width
    const tall = Math.abs(item.height) || 12
    runs.push({ text: text.trimEnd(), x: x + before, y, width: width - before, height: tall })
  }
  page.cleanup()
  return runs
}

/** @throws GeneratorError where the pages hold no letters that can be read */
function textOf(pages: readonly PageRun[][]): string {
  const all = pages.flat()
  const letters = all.reduce((sum, { text }) => sum + (text.match(/\p{L}/gu)?.length ?? 0), 0)
  const odd = all.reduce((sum, { text }) => sum + (text.match(/[\p{Co}\p{Cc}\p{Cn}\ufffd]/gu)?.length ?? 0), 0)
  if (odd > letters / 2 && odd > fewLetters)
    throw refused(
      'Its letters are pictures without names, so its words cannot be read. Export the script anew as Fountain, Final Draft or PDF and import that.',
    )
  if (letters < fewLetters * Math.min(pages.length, 4))
    throw refused(
      'Its pages are pictures without text: it was scanned. Let a program recognise its text (OCR), or import the script it was printed from.',
    )
  const measures = measure(pages)
  const laidOut = pages.map((runs) => layOutPage(runs, measures))
  const margin = Math.min(...laidOut.flatMap((lines) => lines.filter(Boolean).map((line) => line.search(/\S/))))
  return laidOut.map((lines) => lines.map((line) => line.slice(margin)).join('\n')).join('\n\f')
}
