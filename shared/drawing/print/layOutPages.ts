import type { DrawOp } from '../drawOp'
import type { PrintDocument, PrintPanel, PrintPicture, PrintRow, PrintSection } from './printDocument'
import { Column, paper, type Line, type TextLook } from './printLines'
import { isRightToLeft, type Measure } from './wrapText'

/** A picture and where on its page it lies. */
export interface PlacedPicture {
  readonly picture: PrintPicture
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** A page: what is written on it, and the pictures below. Units are points. */
export interface PrintPage {
  readonly ops: readonly DrawOp[]
  readonly pictures: readonly PlacedPicture[]
}

const margin = 36
const headHeight = 26
const footHeight = 20
const logoHeight = 20
const logoWidth = 120
const gapX = 16
const gapY = 12
/** Between the two pictures of a panel. */
const between = 2
const panelHead = 14
const cellPad = 6

interface Page {
  ops: DrawOp[]
  pictures: PlacedPicture[]
  /** The first and the last panel or row of it. */
  names: string[]
  section: string
}

/** Pages of a document. What does not fit below its picture goes on, on the next page if need be: nothing is left out. */
export function layOutPages(document: PrintDocument, measure: Measure): PrintPage[] {
  return new Pages(document, measure).all()
}

class Pages {
  private readonly pages: Page[] = []
  private readonly column: Column
  private readonly left = margin
  private readonly top: number
  private readonly bottom: number
  private readonly width: number
  private y = 0
  private cells: Cell | null = null
  private section = ''

  constructor(
    private readonly document: PrintDocument,
    measure: Measure,
  ) {
    this.column = new Column(measure)
    this.width = document.width - 2 * margin
    this.top = margin - 8 + (document.head || document.logo || document.pagePerSection ? headHeight : 0)
    this.bottom = document.height - margin + 8 - (document.foot || document.date ? footHeight : 0)
    this.y = this.top
  }

  all(): PrintPage[] {
    const { body, sections, pagePerSection } = this.document
    this.section = sections[0]?.heading ?? ''
    if (!this.headsOf(this.section).head.isWhole) this.heading(this.document.head, 0)
    for (const [i, section] of sections.entries()) {
      this.section = section.heading
      if (pagePerSection && i > 0 && this.pages.length) this.turn()
      if (body.kind === 'grid') this.grid(section, body.perPage, body.pictures)
      else this.table(section, body.columns)
    }
    if (!this.pages.length) this.turn()
    this.pages.forEach((page, i) => this.frame(page, i))
    return this.pages
  }

  private get page(): Page {
    if (!this.pages.length) this.turn()
    return this.pages.at(-1)!
  }

  private turn(): void {
    this.pages.push({ ops: [], pictures: [], names: [], section: this.section })
    this.y = this.top
  }

  /** Begins a page unless so much room is left. */
  private room(height: number): void {
    if (!this.pages.length || (this.y + height > this.bottom + 0.01 && this.y > this.top)) this.turn()
  }

  private write(text: string, x: number, y: number, look: TextLook, align: 'left' | 'right' | 'center' = 'left'): void {
    if (text) this.page.ops.push(textOp(text, x, y, look, align))
  }

  private rule(y: number, fill: string, width = this.width, x = this.left): void {
    this.page.ops.push({ op: 'rect', x, y, width, height: 0.6, fill })
  }

  /** Lines from `y` on in a column; answers where they end. Right-to-left lines begin at its right side. */
  private lines(lines: readonly Line[], x: number, y: number, width: number): number {
    for (const { text, look } of lines) {
      const turned = isRightToLeft(text)
      // The marks around it keep the full stop at the end of the sentence.
      this.write(
        turned ? `\u200f${text}\u200f` : text,
        turned ? x + width : x,
        y + look.size,
        look,
        turned ? 'right' : 'left',
      )
      y += look.height
    }
    return y
  }

  private heading(text: string, next: number): void {
    if (!text) return
    const lines = this.column.wrap(text, paper.heading, this.width)
    const height = lines.length * paper.heading.height + 8
    this.room(height + next)
    if (this.y > this.top) this.y += 4
    this.y = this.lines(lines, this.left, this.y, this.width)
    this.rule(this.y + 2, '#999999')
    this.y += 8
  }

  /** Over what follows, unless the head of the page has room for all of it. */
  private sectionHeading({ heading }: PrintSection, next: number): void {
    if (!this.document.pagePerSection || !this.headsOf(heading).scene.isWhole) this.heading(heading, next)
  }

  private grid(section: PrintSection, perPage: number, pictures: 1 | 2): void {
    const cell = (this.cells ??= this.cell(perPage, pictures))
    for (let at = 0; at < section.panels.length; at += cell.columns) {
      const row = section.panels.slice(at, at + cell.columns)
      const texts = row.map((panel) => this.textsOf(panel, cell.width, cell.small))
      const need = panelHead + cell.pictureHeight + 4 + Math.max(...texts.map(heightOf))
      // What fills more than a page may begin at once.
      const least = need > this.bottom - this.top - 30 ? panelHead + cell.pictureHeight + 4 + 33 : need
      if (at === 0) this.sectionHeading(section, least)
      this.room(least)
      this.row(row, texts, cell)
      this.y += gapY
    }
  }

  /** A row of panels; what of their texts does not fit goes on below the same number on the next page. */
  private row(row: readonly PrintPanel[], texts: Line[][], cell: Cell): void {
    const from = this.y
    row.forEach((panel, i) => this.panel(panel, this.xOf(i, cell), from, cell))
    let y = from + panelHead + cell.pictureHeight + 4
    let rest = texts
    let end = Math.min(from + cell.height, this.bottom)
    for (;;) {
      const fitting = rest.map((lines) => fit(lines, this.bottom - y))
      const ends = fitting.map((count, i) => this.lines(rest[i]!.slice(0, count), this.xOf(i, cell), y, cell.width))
      rest = rest.map((lines, i) => lines.slice(fitting[i]))
      this.y = Math.max(end, ...ends)
      if (rest.every((lines) => !lines.length)) return
      this.turn()
      row.forEach((panel, i) => {
        if (!rest[i]!.length) return
        this.write(`${panel.name}, continued`, this.xOf(i, cell), this.top + paper.name.size, paper.name)
        this.page.names.push(panel.name)
      })
      y = this.top + panelHead
      end = y
    }
  }

  private xOf(column: number, cell: Cell): number {
    return this.left + column * (cell.width + gapX)
  }

  private panel(panel: PrintPanel, x: number, y: number, cell: Cell): void {
    this.page.names.push(panel.name)
    const { name, used, detail } = this.headOf(panel, cell.width)
    this.write(name, x, y + paper.name.size, paper.name)
    this.write(panel.right, x + cell.width, y + paper.name.size, paper.quiet, 'right')
    this.write(detail, x + used + 6, y + paper.name.size, paper.quiet)
    panel.pictures.forEach((picture, i) => {
      this.picture(picture, x + i * (cell.pictureWidth + between), y + panelHead, cell.pictureWidth, cell.pictureHeight)
    })
  }

  /** The line over a panel: its name, and beside it how the camera is, where that has room. */
  private headOf(panel: PrintPanel, width: number): { name: string; isWhole: boolean; used: number; detail: string } {
    const right = this.column.width(panel.right, paper.quiet)
    const { text: name, isWhole } = this.column.cut(panel.name, paper.name, width - right - 6)
    const used = this.column.width(name, paper.name)
    const fits = this.column.width(panel.detail, paper.quiet) <= width - right - used - 12
    return { name, isWhole, used, detail: fits ? panel.detail : '' }
  }

  /** What stands under a panel, begun with what the line over it has no room for. */
  private textsOf(panel: PrintPanel, width: number, small: boolean): Line[] {
    const head = this.headOf(panel, width)
    const over = [head.isWhole ? '' : panel.name, head.detail ? '' : panel.detail]
    const texts = [...over.map((text) => ({ style: 'quiet' as const, text })), ...panel.texts]
    return this.column.panel(
      texts.filter(({ text }) => text),
      width,
      small,
    )
  }

  private picture(picture: PrintPicture | null, x: number, y: number, width: number, height: number): void {
    if (picture) this.page.pictures.push({ picture, x, y, width, height })
    this.page.ops.push({ op: 'rect', x, y, width, height, stroke: '#777777', lineWidth: 0.5 })
  }

  /** The grid whose pictures are the largest, and its measures. */
  private cell(perPage: number, pictures: 1 | 2): Cell {
    const whole = this.bottom - this.top
    let best: Cell | null = null
    for (let columns = 1; columns <= perPage; columns++) {
      if (perPage % columns) continue
      const rows = perPage / columns
      const width = (this.width - (columns - 1) * gapX) / columns
      const height = (whole - (rows - 1) * gapY) / rows
      const small = width < 190
      // Room for the words of nearly every panel, so that as many fit on a page as were asked for; pictures keep half.
      const words = perPage > 12 ? 0 : Math.min(height / 2, this.wordsOf(width, small))
      const most = Math.max(24, height - panelHead - 4 - words)
      const byWidth = (width - (pictures - 1) * between) / pictures
      const pictureWidth = Math.min(byWidth, most * this.document.aspect)
      const cell = { columns, width, height, small, pictureWidth, pictureHeight: pictureWidth / this.document.aspect }
      if (!best || pictureWidth > best.pictureWidth + 0.5) best = cell
    }
    return best!
  }

  /** How high the words are of all but the wordiest tenth of the panels. */
  private wordsOf(width: number, small: boolean): number {
    const panels = this.document.sections.flatMap((section) => section.panels)
    const heights = panels.map((panel) => heightOf(this.textsOf(panel, width, small))).sort((a, b) => a - b)
    return Math.max(22, heights[Math.floor(heights.length * 0.9)] ?? 0)
  }

  private table(section: PrintSection, columns: readonly { title: string; share: number }[]): void {
    const total = columns.reduce((sum, column) => sum + column.share, 0)
    const widths = columns.map((column) => (this.width * column.share) / total)
    const xs = widths.map((_, i) => this.left + widths.slice(0, i).reduce((sum, width) => sum + width, 0))
    const titles = () => {
      columns.forEach((column, i) => this.write(column.title, xs[i]!, this.y + paper.name.size, paper.titleOfColumn))
      this.y += paper.name.height + 2
      this.rule(this.y, '#999999')
      this.y += cellPad / 2
    }
    this.sectionHeading(section, 60)
    this.room(60)
    titles()
    for (const row of section.rows) this.tableRow(row, xs, widths, titles)
    this.y += gapY
  }

  private tableRow(row: PrintRow, xs: readonly number[], widths: readonly number[], titles: () => void): void {
    const isText = (cell: PrintRow['cells'][number]): cell is string => typeof cell === 'string'
    let rest = row.cells.map((cell, i) =>
      isText(cell) ? this.column.wrap(cell, paper.body, widths[i]! - cellPad) : [],
    )
    const picture = (i: number) => (widths[i]! - cellPad) / this.document.aspect
    const pictures = row.cells.map((cell, i) => (isText(cell) || !cell ? 0 : picture(i)))
    const need = Math.max(...rest.map(heightOf), ...pictures)
    const turn = () => {
      this.turn()
      titles()
    }
    // Begun on this page where most of a page is left, or where it would not fit on the next one either.
    if (this.y + need + cellPad > this.bottom && this.y > this.top + 40) turn()
    row.cells.forEach((cell, i) => {
      if (cell && !isText(cell)) this.picture(cell, xs[i]!, this.y + 2, widths[i]! - cellPad, pictures[i]!)
    })
    if (isText(row.cells[0] ?? null)) this.page.names.push(row.cells[0] as string)
    let end = this.y + 2 + Math.max(...pictures)
    for (;;) {
      const space = this.bottom - this.y
      const fitting = rest.map((lines) => fit(lines, space))
      const ends = fitting.map((count, i) => this.lines(rest[i]!.slice(0, count), xs[i]!, this.y, widths[i]! - cellPad))
      rest = rest.map((lines, i) => lines.slice(fitting[i]))
      end = Math.max(end, ...ends)
      if (rest.every((lines) => !lines.length)) break
      turn()
      end = this.y
    }
    this.y = end + cellPad / 2
    this.rule(this.y, '#dddddd')
    this.y += cellPad / 2
  }

  /** How large the logo in the head of a page is, and how far what is written goes to the right of it. */
  private get logo(): { width: number; height: number; room: number } {
    const { logo } = this.document
    if (!logo) return { width: 0, height: 0, room: 0 }
    const scale = Math.min(logoHeight / logo.height, logoWidth / logo.width)
    return { width: logo.width * scale, height: logo.height * scale, room: logo.width * scale + 8 }
  }

  /** What the head of a page has room for: of the document's, and of the section where each has pages of its own. */
  private headsOf(heading: string) {
    const { head, pagePerSection } = this.document
    const section = pagePerSection ? heading : ''
    return {
      head: this.column.cut(head, paper.name, this.width * (section ? 0.5 : 1) - this.logo.room),
      scene: this.column.cut(section, paper.quiet, this.width * 0.48),
    }
  }

  /** Head and foot, when it is known how many pages there are. */
  private frame(page: Page, index: number): void {
    const { document } = this
    const write = (text: string, x: number, y: number, look: TextLook, align: 'left' | 'right' | 'center') => {
      if (text) page.ops.push(textOp(text, x, y, look, align))
    }
    const right = this.left + this.width
    if (this.top > margin) {
      const { width, height, room } = this.logo
      if (document.logo)
        page.pictures.push({ picture: document.logo, x: this.left, y: margin + 3 - height, width, height })
      const { head, scene } = this.headsOf(page.section)
      write(head.text, this.left + room, margin, paper.name, 'left')
      write(scene.text, right, margin, paper.quiet, 'right')
      page.ops.push({ op: 'rect', x: this.left, y: margin + 6, width: this.width, height: 0.8, fill: '#111111' })
    }
    if (!document.foot && !document.date) return
    const y = document.height - margin + 8
    if (document.foot) {
      write(`Page ${index + 1} of ${this.pages.length}`, this.left, y, paper.quiet, 'left')
      const [first, last] = [page.names[0], page.names.at(-1)]
      const names =
        first === undefined || document.body.kind === 'table'
          ? ''
          : first === last
            ? `shot ${first}`
            : `shots ${first} to ${last}`
      write(
        this.column.cut(names, paper.quiet, this.width / 2).text,
        this.left + this.width / 2,
        y,
        paper.quiet,
        'center',
      )
    }
    write(document.date, right, y, paper.quiet, 'right')
  }
}

interface Cell {
  readonly columns: number
  readonly width: number
  readonly height: number
  readonly small: boolean
  readonly pictureWidth: number
  readonly pictureHeight: number
}

const heightOf = (lines: readonly Line[]) => lines.reduce((sum, line) => sum + line.look.height, 0)

/** How many of the lines fit, from the first on. */
function fit(lines: readonly Line[], space: number): number {
  let used = 0
  let count = 0
  for (const { look } of lines) {
    used += look.height
    if (used > space + 0.01) break
    count++
  }
  return count
}

const textOp = (text: string, x: number, y: number, look: TextLook, align: 'left' | 'right' | 'center'): DrawOp => ({
  op: 'text',
  x,
  y,
  text,
  size: look.size,
  weight: look.weight,
  align,
  fill: look.fill,
})
