import { wholeFigure } from '@shared/model/transformation'
import { generateNKeysBetween } from 'fractional-indexing'
import { noTurnaround } from '@shared/domain/looks/turnaround'
import { newProject } from '@shared/domain/structure/projectRules'
import { headingPlaceOf } from '@shared/domain/structure/sceneRules'
import type { AssetType } from '@shared/model/asset'
import { presenceOf, asItself } from '@shared/model/assignment'
import type { TableName, Tables } from '@shared/model/tables'
import type { Change } from '@shared/records/change'
import { below, pick, seededRandom } from '@shared/testing/seededRandom'
import { openProject } from '../electron/store/openProject'

export interface BigProjectSize {
  seed: number
  scenes: number
  shots: number
  assets: number
  /** Assets in each shot. */
  perShot: number
  transformations: number
  blockings: number
}

/** The big project of the quality goals: 200 assets x 1,000 shots, 60,000 assignments, 3,000 changes of look and blockings. */
const bigSize: BigProjectSize = {
  seed: 1,
  scenes: 50,
  shots: 1000,
  assets: 200,
  perShot: 60,
  transformations: 1000,
  blockings: 2000,
}

/** Share of the story's assets that a scene uses; at least as many as a shot shows. */
const sceneShare = 0.75
const places = ['LIVING ROOM', 'GARDEN', 'BISTRO', 'KITCHEN', 'STREET', 'STATION', 'ATTIC', 'BEACH']
const times = ['DAY', 'NIGHT', 'DAWN', 'EVENING']
const actions = [
  'waits by the window',
  'pours a second cup',
  'reads the last line twice',
  'looks at the rain',
  'puts the letter away',
]
const id = (letter: string, n: number) => letter + String(n + 1).padStart(6, '0')

/** The records of a big project as one change; the same size and seed give the same records. */
export function bigChange(size: Partial<BigProjectSize> = {}): Change {
  const wanted = { ...bigSize, ...size }
  const random = seededRandom(wanted.seed)
  const added: { [T in TableName]?: Record<string, Tables[T]> } = {}
  const add = <T extends TableName>(table: T, record: Tables[T]) => {
    const records = (added[table] ??= {} as NonNullable<(typeof added)[T]>) as Record<string, Tables[T]>
    records[record.id] = record
  }
  add('project', newProject({ title: 'Big' }))
  addAssets(wanted, random, add)
  const cells = addScenes(wanted, random, add)
  addChanges(wanted, random, cells, add)
  return { added, updated: {}, removed: {} }
}

type Add = <T extends TableName>(table: T, record: Tables[T]) => void
interface AssignmentPlace {
  shotId: string
  instanceId: string
  asset: number
}

function typeOf(asset: number): AssetType {
  const place = asset % 10
  return place === 6 ? 'location' : place > 6 ? 'prop' : 'character'
}

const looksOf = (asset: number) => 1 + (asset % 3)

function addAssets({ assets }: BigProjectSize, random: () => number, add: Add): void {
  for (let i = 0; i < assets; i++) {
    const type = typeOf(i)
    const description = `${pick(random, ['tall', 'old', 'quiet', 'red-haired', 'small', 'bright'])} ${type === 'character' ? pick(random, ['woman', 'man', 'boy', 'girl']) : pick(random, ['wooden one', 'brass one', 'stone one'])} number ${i + 1}`
    add('assets', {
      id: id('a', i),
      type,
      name: `${type === 'character' ? 'Person' : type === 'location' ? 'Place' : 'Thing'} ${i + 1}`,
      aliases: [],
      description,
      ordinal: i,
      rank: null,
      key: false,
      defaultLookId: id('l', i * 3),
      deleted: false,
      mergedIntoId: null,
    })
    for (let k = 0; k < looksOf(i); k++)
      add('looks', {
        id: id('l', i * 3 + k),
        assetId: id('a', i),
        name: k === 0 ? 'Default' : `Look ${k + 1}`,
        description: k === 0 ? '' : `${description}, changed`,
        mediaId: null,
        ordinal: i * 3 + k,
        checkDescription: false,
        ...noTurnaround,
      })
  }
}

/** Scenes with their shots, instances and assignments; answers every assignment's place. */
function addScenes(size: BigProjectSize, random: () => number, add: Add): AssignmentPlace[] {
  const cells: AssignmentPlace[] = []
  const sceneKeys = generateNKeysBetween(null, null, size.scenes)
  let shot = 0
  for (let s = 0; s < size.scenes; s++) {
    const heading = `${pick(random, ['INT.', 'EXT.'])} ${pick(random, places)} ${s + 1} - ${pick(random, times)}`
    const sceneId = id('s', s)
    add('scenes', {
      id: sceneId,
      orderKey: sceneKeys[s]!,
      number: String(s + 1),
      heading,
      ...headingPlaceOf(heading),
      title: '',
      notes: '',
      outOfStoryOrder: false,
      tray: false,
      trayOfId: null,
      scriptId: null,
      sourceStart: null,
      sourceEnd: null,
    })
    add('sceneStates', { id: sceneId, assignmentsInitialised: true })
    const used = some(
      size.assets,
      Math.min(size.assets, Math.max(size.perShot, Math.round(size.assets * sceneShare))),
      random,
    )
    const instanceOf = (asset: number) => id('i', s * size.assets + asset)
    for (const asset of used)
      add('sceneAssetInstances', {
        id: instanceOf(asset),
        sceneId,
        assetId: id('a', asset),
        lookId: null,
        description: null,
      })
    const count = Math.floor(((s + 1) * size.shots) / size.scenes) - shot
    const shotKeys = generateNKeysBetween(null, null, count)
    for (let k = 0; k < count; k++, shot++) {
      addShot(sceneId, shot, shotKeys[k]!, random, add)
      for (const at of some(used.length, Math.min(used.length, size.perShot), random)) {
        const asset = used[at]!
        addAssignment(id('h', shot), instanceOf(asset), cells.length, random, add)
        cells.push({ shotId: id('h', shot), instanceId: instanceOf(asset), asset })
      }
    }
  }
  return cells
}

function addShot(sceneId: string, shot: number, orderKey: string, random: () => number, add: Add): void {
  add('shots', {
    endSize: null,
    id: id('h', shot),
    sceneId,
    orderKey,
    number: String(shot + 1),
    durationFrames: 48 + below(random, 240),
    text: `Person ${1 + below(random, 6)} ${pick(random, actions)}.`,
    dialogue: [],
    size: pick(random, ['wide', 'medium', 'close', null]),
    angle: null,
    lens: '',
    movement: '',
    startState: '',
    endState: '',
    timeJump: false,
    endFromStart: null,
    notes: '',
    scriptId: null,
    sourceStart: null,
    sourceEnd: null,
  })
}

function addAssignment(shotId: string, sceneAssetInstanceId: string, n: number, random: () => number, add: Add): void {
  const dice = random()
  const [enterAt, exitAt] = dice < 0.7 ? [0, 1] : dice < 0.8 ? [0.35, 1] : dice < 0.9 ? [0, 0.65] : [0.25, 0.75]
  add('assignments', {
    ...asItself,
    id: id('x', n),
    shotId,
    sceneAssetInstanceId,
    presence: presenceOf(enterAt, exitAt)!,
    enterAt: enterAt,
    exitAt: exitAt,
    enterFrom: null,
    exitTo: null,
    action: '',
    rank: null,
    origin: dice < 0.05 ? 'suggested' : 'user',
    evidence: null,
    ordinal: n,
  })
}

function addChanges(size: BigProjectSize, random: () => number, cells: readonly AssignmentPlace[], add: Add): void {
  for (let n = 0; n < size.transformations && cells.length; n++) {
    const cell = pick(random, cells)
    const look = () => id('l', cell.asset * 3 + below(random, looksOf(cell.asset)))
    const within = random() < 0.7
    add('transformations', {
      id: id('t', n),
      sceneAssetInstanceId: cell.instanceId,
      kind: within ? 'within_shot' : 'between_shots',
      shotId: cell.shotId,
      at: within ? 0.1 + 0.8 * random() : null,
      fromLookId: null,
      toLookId: look(),
      carries: random() < 0.1 ? 'story' : 'scene',
      ordinal: n,
      suspended: '',
      mergeId: null,
    })
  }
  const placed = new Set<string>()
  for (let n = 0; placed.size < Math.min(size.blockings, cells.length); n++) {
    const cell = pick(random, cells)
    const frame = pick(random, ['start', 'end'] as const)
    const key = `${cell.shotId}/${cell.instanceId}/${frame}`
    if (placed.has(key)) continue
    placed.add(key)
    add('blockings', {
      ...wholeFigure,
      id: id('b', n),
      shotId: cell.shotId,
      sceneAssetInstanceId: cell.instanceId,
      frame,
      x: random(),
      y: 0.7 + 0.3 * random(),
      scale: 0.2 + random(),
      flip: random() < 0.5,
      depth: below(random, 10),
    })
  }
}

/** `count` different numbers below `from`, in rising order. */
function some(from: number, count: number, random: () => number): number[] {
  const out: number[] = []
  for (let i = 0; i < from && out.length < count; i++) if (random() < (count - out.length) / (from - i)) out.push(i)
  return out
}

/** Makes a real project folder of that size, in one commit without an undo step, and closes it. */
export function buildBigProject(folder: string, size: Partial<BigProjectSize> = {}): void {
  const project = openProject(folder, 'create')
  try {
    project.commit(bigChange(size), null)
  } finally {
    project.close()
  }
}
