import { readFileSync, statSync } from 'node:fs'
import { basename, extname } from 'node:path'
import { updateProject } from '@shared/domain/structure/projectRules'
import { rateText, sameRate, wholeRate } from '@shared/domain/time/frameRates'
import type { ImportReport } from '@shared/ipc/contract'
import { projectOf } from '@shared/domain/lookup'
import type { FrameRate } from '@shared/model/frameRate'
import { defaultBreakdown, type Breakdown } from '@shared/model/project'
import type { Script, TextReading } from '@shared/model/script'
import type { TextEncodingName } from '@shared/model/textEncodings'
import type { Draft } from '@shared/records/draft'
import { Refusal } from '@shared/records/refusal'
import { breakDown } from '@shared/script/extract/breakDown'
import { parseFdx } from '@shared/script/fdx/parseFdx'
import { parseScript } from '@shared/script/form/parseScript'
import { stripEmphasis } from '@shared/script/fountain/emphasis'
import { importBreakdown, type Imported } from '@shared/script/importBreakdown'
import { foreignFile } from '@shared/script/foreignFile'
import { fatalWarning, unreadable } from '@shared/script/limits'
import { saysMuchTheSame, saysSomeOfTheSame } from '@shared/script/reimport/matchBreakdowns'
import { namesApart } from '@shared/script/reimport/namesApart'
import { sceneNameOf, storedBreakdown } from '@shared/script/reimport/rebreak'
import { reimport, reimportCounts, type Reimported } from '@shared/script/reimport/reimport'
import type { NamesApart, ParsedScript, ScriptBreakdown, ScriptWarning } from '@shared/script/scriptTypes'
import { fitsCasting, importCasting } from '@shared/script/shotList/importCasting'
import type { Casting } from '@shared/script/shotList/casting'
import { readCsv } from '@shared/script/shotList/readCsv'
import { isPastedShotList } from '@shared/script/shotList/pastedShotList'
import { readStoryboarder } from '@shared/script/shotList/readStoryboarder'
import { mergeAnswers, type AnsweredScene, type MergedAnswers } from '@shared/script/suggest/mergeAnswers'
import type { ListedFilm, ShotPicture } from '@shared/script/shotList/shotList'
import { counted } from '@shared/language/unitWords'
import { commitRule, proposeRule } from '../commit/commitRule'
import type { OpenProject } from '../store/project'
import { scriptText } from './scriptText'
import { titleOfFolder } from './titleOfFolder'

/** Larger files are no scripts. */
const limitMegabytes = 64

interface ReadFile {
  script: ParsedScript
  warnings: ScriptWarning[]
  /** Shots by the project's rule; those of a shot list are given. */
  breakdown(rule: Breakdown, fps: FrameRate, apart?: NamesApart): ScriptBreakdown
  pictures: readonly ShotPicture[]
  /** What a text was taken to be written in, where the file does not tell. */
  encoding: TextEncodingName | null
  /** Which asset is in which shot, where a table tells nothing else. */
  casting?: Casting | undefined
  /** The rate and shape of the pictures that the file itself tells. */
  film?: ListedFilm | undefined
}

/**
 * Reads a script, shot list or Storyboarder project of any encoding, or the script in a Word, Highland or Fade In document.
 * @param pdf the text of a PDF, by `pdfText`
 * @param reading how a text is read; null leaves it to what the text looks like
 * @param encoding what a text is written in; by its letters when it is not given
 * @throws Refusal FILE_UNREADABLE, FILE_TOO_BIG
 */
export function readScript(
  path: string,
  { rule, fps }: { rule: Breakdown; fps: FrameRate } = { rule: defaultBreakdown, fps: wholeRate(24) },
  reading: TextReading | null = null,
  pdf?: string,
  encoding?: TextEncodingName,
): ReadFile {
  const decoded =
    pdf === undefined ? scriptText(path, readBytes(path), encoding) : { text: pdf, warnings: [], choice: null }
  const { text, warnings } = decoded
  const written = { encoding: decoded.choice }
  const extension = extname(path).toLowerCase()
  const foreign = extension === '.storyboarder' ? null : foreignFile(text)
  if (foreign) {
    const script = unreadable('fountain', foreign)
    return {
      script,
      warnings,
      breakdown: (by, rate, apart = []) => breakDown(script, { ...by, fps: rate, apart }),
      pictures: [],
      ...written,
    }
  }
  const fdx = extension === '.fdx' || /^\s*<\?xml|^\s*<FinalDraft/i.test(text.slice(0, 500))
  const isList =
    ['.csv', '.tsv', '.storyboarder'].includes(extension) || (extension === '.txt' && isPastedShotList(text))
  if (isList && !fatalWarning({ warnings })) {
    const list =
      extension === '.storyboarder'
        ? readStoryboarder(text, sceneNameOf(basename(path)), fps)
        : readCsv(text, { ...rule, fps })
    return {
      script: list.script,
      warnings,
      breakdown: () => list.breakdown,
      pictures: list.pictures,
      casting: list.casting,
      film: list.film,
      ...written,
    }
  }
  const script = fdx ? parseFdx(text) : parseScript(text, reading)
  return {
    script,
    warnings,
    breakdown: (by, rate, apart = []) => breakDown(script, { ...by, fps: rate, apart }),
    pictures: [],
    ...written,
  }
}

function readBytes(path: string): Uint8Array {
  const file = basename(path)
  try {
    const info = statSync(path)
    // A device or a pipe has no end.
    if (!info.isFile()) throw new Refusal('FILE_UNREADABLE', { file, reason: 'It is not a file.' })
    const { size } = info
    if (size > limitMegabytes * 1024 * 1024)
      throw new Refusal('FILE_TOO_BIG', { file, size: Math.round(size / 1024 / 1024), limit: limitMegabytes })
    return readFileSync(path)
  } catch (error) {
    if (error instanceof Refusal) throw error
    const missing = (error as NodeJS.ErrnoException).code === 'ENOENT'
    throw new Refusal('FILE_UNREADABLE', {
      file,
      reason: missing ? 'The file is not there.' : 'The file cannot be opened.',
    })
  }
}

export interface ImportOptions {
  dryRun?: boolean | undefined
  /** Add its scenes behind the project, also when the script is in it already. */
  asNew?: boolean | undefined
  /** The script it is a new version of; found by name and content when it is not given. */
  replaces?: string | undefined
  /** How a text is read; by what it looks like when it is not given. */
  readAs?: TextReading | undefined
  /** What a text is written in; by its letters when it is not given. */
  encoding?: TextEncodingName | undefined
  /** What a language model said of its scenes (`askSuggester`). */
  answers?: readonly AnsweredScene[] | undefined
  /** The text of the file, where it is a PDF (`pdfText`). */
  pdf?: string | undefined
}

/**
 * Imports a script in one undo step, or only tells what it would bring. A script that is in the project already is compared with what is there
 * (domain.md 11). A film without shots that is called after its folder takes the title of the script. A file without scenes changes nothing.
 * @throws Refusal FILE_UNREADABLE, FILE_TOO_BIG, NOT_FOUND
 */
export function importScript(
  project: OpenProject,
  path: string,
  options: ImportOptions = {},
): ImportReport & { undoStep: string | null } {
  const { records } = project
  const { breakdown: rule, fps: rate, aspectWidth, aspectHeight } = projectOf(records)
  const readAt = (fps: FrameRate) =>
    readScript(path, { rule, fps }, options.readAs ?? null, options.pdf, options.encoding)
  const first = readAt(rate)
  // A film without shots takes the rate and shape of a file that has its own.
  const film = first.film && records.count('shots') === 0 ? first.film : null
  const fps = film?.fps ?? rate
  const read = sameRate(fps, rate) ? first : readAt(fps)
  const { script } = read
  const warnings = film
    ? read.warnings
    : [...read.warnings, ...otherFilm(first.film, { rate, aspectWidth, aspectHeight })]
  const unread = fatalWarning({ warnings: [...warnings, ...script.warnings] }) !== null
  const found = unread
    ? breakDown({ ...script, elements: [] }, { ...rule, fps })
    : read.breakdown(rule, fps, namesApart(records))
  const merged = options.answers?.length ? mergeAnswers(found, script.lines, options.answers) : null
  const breakdown = merged?.breakdown ?? found
  const { casting } = read
  const fits = casting !== undefined && !options.asNew && fitsCasting(records, casting)
  const told = [
    ...warnings,
    ...(fits ? casting.warnings : script.warnings),
    ...(unread ? [] : [...breakdown.warnings, ...oneScene(script, breakdown)]),
    ...(merged ? [answersTold(merged.counts)] : []),
  ].filter((w, i, all) => all.findIndex((v) => v.line === w.line && v.code === w.code && v.message === w.message) === i)
  const sorted = told.sort((a, b) => a.line - b.line)
  const fileName = basename(path)
  const known = options.asNew ? null : knownScript(project, options.replaces, fileName, breakdown)
  const empty = {
    scenes: 0,
    shots: 0,
    assets: { character: 0, location: 0, prop: 0 },
    assignments: 0,
    aliasProposals: [],
    warnings: sorted,
    format: script.format,
    encoding: read.encoding,
    reimport: null,
    undoStep: null,
  }
  if (!breakdown.scenes.length) return empty
  const title = records.count('shots') === 0 && unnamed(project) ? titleOf(script) : null
  const run = (draft: Draft): Imported | Reimported => {
    if (title !== null) updateProject(draft, { title })
    if (film)
      updateProject(draft, {
        ...(film.fps ? { fps: film.fps } : {}),
        ...(film.aspect ? { aspectWidth: film.aspect.width, aspectHeight: film.aspect.height } : {}),
      })
    return take(draft)
  }
  const take = (draft: Draft): Imported | Reimported =>
    fits
      ? importCasting(draft, casting)
      : known
        ? updateScript(draft, known, { fileName, script, breakdown, rule })
        : importBreakdown(draft, { fileName, script, breakdown })
  const step = { command: known ? 'reimport' : 'import', label: `${known ? 'update' : 'import'} ${fileName}` }
  const done = options.dryRun
    ? { ...proposeRule(project, run), told: null }
    : commitRule(project, 'script.import', run, { step })
  const { warnings: said } = done
  const answer: Imported | Reimported = done.answer
  const { scenes, shots, assets, assignments, aliasProposals } = answer
  return {
    scenes,
    shots,
    assets,
    assignments,
    aliasProposals,
    warnings: [...sorted, ...said.map(({ code, message }) => ({ line: 1, code, message }))],
    format: script.format,
    encoding: read.encoding,
    reimport: 'unchanged' in answer ? reimportCounts(answer) : null,
    undoStep: done.told?.undoStep ?? null,
  }
}

/** Nobody gave the film a name: it has that of its folder. */
const unnamed = ({ folder, records }: OpenProject): boolean => projectOf(records).title === titleOfFolder(folder)

/** What the title page calls the film; null where it does not. */
function titleOf({ titlePage }: ParsedScript): string | null {
  const found = titlePage.find(({ key }) => key.toLowerCase() === 'title')?.value ?? ''
  return stripEmphasis(found.replace(/\s+/g, ' ').trim()).slice(0, 200) || null
}

/** A Storyboarder file of another rate or shape than the film: the film's stay. */
function otherFilm(
  own: ListedFilm | undefined,
  { rate, aspectWidth, aspectHeight }: { rate: FrameRate; aspectWidth: number; aspectHeight: number },
): ScriptWarning[] {
  const differs = [
    own?.fps && !sameRate(own.fps, rate) ? `${rateText(own.fps)} frames a second (here ${rateText(rate)})` : '',
    own?.aspect && Math.abs(own.aspect.width / own.aspect.height - aspectWidth / aspectHeight) > 0.01
      ? `pictures of ${own.aspect.width}:${own.aspect.height} (here ${aspectWidth}:${aspectHeight})`
      : '',
  ].filter(Boolean)
  return differs.length === 0
    ? []
    : [
        {
          line: 1,
          code: 'OTHER_FILM',
          message: `The file is of ${differs.join(' and ')}. The film keeps its own; lengths are kept in seconds.`,
        },
      ]
}

/** What a language model's answers did. */
export function answersTold({
  agreed,
  added,
  doubted,
  withoutEvidence,
  unreadable,
}: MergedAnswers['counts']): ScriptWarning {
  const dropped = withoutEvidence
    ? ` ${counted(withoutEvidence, 'more had', 'more had')} no line of the script behind it and was left out.`
    : ''
  const unread = unreadable ? ` ${counted(unreadable, 'answer')} could not be read.` : ''
  return {
    line: 1,
    code: 'SUGGESTED',
    message: `The language model agreed with ${counted(agreed, 'presence')}, doubted ${doubted} and added ${added}.${dropped}${unread} What is not sure waits in the review.`,
  }
}

/** Lines that no scene of a film is longer than. */
const longScene = 250

/** A whole script in one scene is most likely read in a form it does not have: says so, and what to do. */
function oneScene({ format, lines }: ParsedScript, { scenes }: ScriptBreakdown): ScriptWarning[] {
  if (scenes.length !== 1 || lines.length < longScene || format === 'csv' || format === 'storyboarder') return []
  return [
    {
      line: 1,
      code: 'ONE_SCENE',
      message: `All ${lines.length} lines became one scene: no line looks like a scene heading (“INT. KITCHEN - DAY”, also with a number before it). Read it in another form, or write the headings so.`,
    },
  ]
}

/** The script that a file is a new version of: the one named, one of the same file name with anything in common, or one that says much the same. */
function knownScript(
  { records }: OpenProject,
  replaces: string | undefined,
  fileName: string,
  breakdown: ScriptBreakdown,
): Script | null {
  if (replaces !== undefined) {
    const named = records.get('scripts', replaces)
    if (!named) throw new Refusal('NOT_FOUND', { what: 'The script' })
    return named
  }
  const scripts = records.list('scriptsInOrder')
  const like = (s: Script, test: typeof saysMuchTheSame) => test(storedBreakdown(records, s), breakdown)
  return (
    scripts.findLast((s) => s.fileName === fileName && like(s, saysSomeOfTheSame)) ??
    scripts.findLast((s) => like(s, saysMuchTheSame)) ??
    null
  )
}

function updateScript(
  draft: Draft,
  known: Script,
  {
    fileName,
    script,
    breakdown,
    rule,
  }: { fileName: string; script: ParsedScript; breakdown: ScriptBreakdown; rule: Breakdown },
): Reimported {
  return reimport(draft, {
    scriptId: known.id,
    fileName,
    script,
    rule,
    before: storedBreakdown(draft, known),
    after: breakdown,
  })
}
