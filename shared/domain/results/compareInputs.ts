import { presenceOf, type FrameSide } from '../../model/assignment'
import type { Snapshot } from '../../model/result'
import { canonicalJson } from '../../records/canonical'
import { digest } from '../../records/digest'
import { placementsBy, sameDefaults, type BlockingFacts } from '../blocking/blockingFacts'
import { defaultSides } from '../blocking/placement'
import {
  completedFacts,
  drawnPlaceIn,
  factsIn,
  factsOfToday,
  isBlockingFacts,
  ownPlaceIn,
  type RecordedFacts,
} from '../blocking/recordedBlocking'

/** Keys that start with `note:` tell how things were; they are neither compared nor digested. */
export const isNote = (path: string) => path.startsWith('note:')

/** Where the inputs of a prompt keep the time of day that a scene has from the one before it. */
export const timePath = 'scene/timeBefore'
/** Where the inputs of a video prompt keep how the camera moves; null = it stands. */
export const cameraPath = 'shot/camera'
/** Where the inputs of a prompt keep who of the film is named in the words of its shot. */
export const namesPath = 'shot/names'
/** Where the inputs of a still's prompt keep how its speakers speak: "beer raised", "to Bob". */
export const asidesPath = 'shot/asides'
/** Where the inputs of a still's prompt keep how those seen rest by the shots before: who sat down there sits here. */
export const restsPath = 'scene/rests'
/** Where the inputs of a prompt keep whose eyes the camera is. */
export const eyesPath = 'shot/eyes'
/** Where the inputs of a still's prompt keep whose turning into something else is told in the words and in the records. */
export const turnsPath = 'shot/turns'
/** Where the inputs of a video prompt keep what of the words another half of the shot shows. */
export const halvesPath = 'shot/halves'
/** Where the inputs of a still's prompt keep what of the shot its words name and the still does not show. */
export const awayPath = 'shot/away'
/** Where the inputs of a prompt keep what people wear by the words of the shots before. */
export const wornPath = 'scene/worn'
/** Where the inputs of a still's prompt keep what people have in hand by the shots before. */
export const handsPath = 'scene/hands'
/**
 * Where the inputs of a video prompt keep what the default edges of coming and going go by, for both ends of the
 * shot.
 */
export const sidesPath = 'sides/blocking'
/** What older versions did not record. */
const recordedLater = new Set([
  namesPath,
  timePath,
  cameraPath,
  asidesPath,
  restsPath,
  wornPath,
  handsPath,
  eyesPath,
  turnsPath,
  awayPath,
  halvesPath,
])
const isSidesFacts = (path: string) => bareOf(path) === sidesPath

/** An asset's way in and out, as its value in the inputs of a video prompt holds it: null where nobody said so. */
interface SidedInput {
  readonly enterAt?: number
  readonly exitAt?: number
  readonly from?: FrameSide | null
  readonly to?: FrameSide | null
}
type Edge = 'from' | 'to'

const prefixOf = (path: string): string => /^(?:start|end|video)\//.exec(path)?.[0] ?? ''
const bareOf = (path: string): string => path.slice(prefixOf(path).length)

/**
 * The paths of the inputs that two snapshots differ in (domain.md 6.2). Where somebody stands or comes in by default
 * is no input: it differs when the facts it goes by give something else now, under one and the same rule. So a
 * version of the application that draws otherwise changes nothing. Old results hold where everybody stood instead of
 * those facts; every other one of them is an input of its own.
 */
export function changedInputs(before: Snapshot, today: Snapshot): string[] {
  const paths = [...new Set([...Object.keys(before), ...Object.keys(today)])]
  return paths.filter((path) => !isNote(path) && !isSameInput(before, today, path))
}

/** Are these the same inputs? */
export function sameInputs(before: Snapshot, today: Snapshot): boolean {
  return changedInputs(before, today).length === 0
}

/**
 * Equal inputs, equal digest, as long as one version of the application makes both. Notes do not count, but for what
 * was drawn by default.
 */
export function inputsDigest(inputs: Snapshot): string {
  const told = Object.entries(inputs).flatMap(([path, value]): [string, unknown][] => {
    if (isNote(path) || isBlockingFacts(path) || isSidesFacts(path)) return []
    if (!isAsset(path)) return [[path, value]]
    const drawn = {
      blocking: placeOf(inputs, path),
      from: sideOf(inputs, path, 'from'),
      to: sideOf(inputs, path, 'to'),
    }
    return [[path, { ...(value as object), ...drawn }]]
  })
  return digest(Object.fromEntries(told))
}

function isSameInput(before: Snapshot, today: Snapshot, path: string): boolean {
  const inBoth = path in before && path in today
  if (inBoth && canonicalJson(before[path]) === canonicalJson(today[path])) return true
  // What an older version did not record is as it is today (domain.md 6.2).
  if (recordedLater.has(bareOf(path)) && !inBoth) return true
  if (isBlockingFacts(path)) return !inBoth || sameBlocking(before, today, path)
  if (isSidesFacts(path)) return changedDefaultSides(before, today, path).length === 0
  if (!inBoth || !isAsset(path)) return false
  const rest = (value: unknown) => canonicalJson({ ...(value as object), blocking: 0, from: 0, to: 0 })
  return (
    rest(before[path]) === rest(today[path]) &&
    samePlace(before, today, path) &&
    sameSide(before, today, path, 'from') &&
    sameSide(before, today, path, 'to')
  )
}

const isAsset = (path: string): boolean => bareOf(path).startsWith('asset:')

/** Do the facts put everybody in the same default places? Who else is there is told by the assets themselves. */
function sameBlocking(before: Snapshot, today: Snapshot, path: string): boolean {
  const prefix = prefixOf(path)
  const now = factsOfToday(today, prefix)
  const then = factsIn(before, prefix, now)
  return then === null || sameDefaults(then, now)
}

const placeOf = (inputs: Snapshot, path: string) => drawnPlaceIn(inputs, prefixOf(path), bareOf(path))

/**
 * Does an asset stand where it stood, as far as its own place goes? One that the user places where it was drawn by
 * default moves nobody, nor does taking that back.
 */
export function samePlace(before: Snapshot, today: Snapshot, path: string): boolean {
  const [was, is] = [before, today].map((inputs) => ownPlaceIn(inputs, prefixOf(path), bareOf(path)))
  if (!was && !is) return true
  return canonicalJson(was ?? placeOf(before, path)) === canonicalJson(is ?? placeOf(today, path))
}

/** The edge somebody comes or goes by: as somebody said, else as it was by default; undefined where it is not known. */
function sideOf(inputs: Snapshot, path: string, edge: Edge): FrameSide | null | undefined {
  const said = (inputs[path] as SidedInput)[edge]
  if (said || said === undefined) return said
  const note = inputs[`note:${path}`] as { from?: FrameSide | null; to?: FrameSide | null } | undefined
  return note && edge in note ? note[edge] : null
}

/** Does an asset come or go by the same edge, as far as somebody said so? */
export function sameSide(before: Snapshot, today: Snapshot, path: string, edge: Edge): boolean {
  const [was, is] = [before, today].map((inputs) => (inputs[path] as SidedInput)[edge] ?? null)
  if (was === is) return true
  // Results of older versions hold the edge itself, whether or not anybody said so.
  if (was && !is && !(`note:${path}` in before)) return true
  return sideOf(before, path, edge) === sideOf(today, path, edge)
}

/**
 * The assets whose default way in or out the facts change; who else is there is told by the assets themselves. Their
 * bare paths.
 */
export function changedDefaultSides(before: Snapshot, today: Snapshot, path: string): string[] {
  const then = before[path] as SidesFacts<RecordedFacts> | undefined
  const now = today[path] as SidesFacts<BlockingFacts> | undefined
  const start = then && now && completedFacts(then.start, now.start)
  const end = then && now && completedFacts(then.end, now.end)
  if (!start || !end) return []
  const prefix = prefixOf(path)
  const [was, is] = [sidesBy(before, prefix, { start, end }), sidesBy(today, prefix, now)]
  return [...is].flatMap(([asset, sides]) => {
    const other = was.get(asset)
    const differ = (edge: Edge) => other?.[edge] && sides[edge] && other[edge] !== sides[edge]
    return differ('from') || differ('to') ? [asset] : []
  })
}

type SidesFacts<F> = Readonly<Record<'start' | 'end', F>>

/** The edges that assets come and go by where nobody said so, by their bare paths. */
function sidesBy(
  inputs: Snapshot,
  prefix: string,
  facts: SidesFacts<BlockingFacts>,
): Map<string, Record<Edge, FrameSide | null>> {
  const [start, end] = [placementsBy(facts.start), placementsBy(facts.end)]
  return new Map(
    Object.keys(inputs).flatMap((path) => {
      if (!path.startsWith(`${prefix}asset:`)) return []
      const { enterAt = 0, exitAt = 1, from, to } = inputs[path] as SidedInput
      const asset = path.slice(prefix.length)
      const stay = { presence: presenceOf(enterAt, exitAt) ?? ('throughout' as const), enterAt, exitAt }
      const sides = defaultSides(
        { ...stay, enterFrom: from ?? null, exitTo: to ?? null },
        start.get(asset),
        end.get(asset),
      )
      const byDefault = { from: enterAt > 0 && !from ? sides.enter : null, to: exitAt < 1 && !to ? sides.exit : null }
      return [[asset, byDefault] as const]
    }),
  )
}
