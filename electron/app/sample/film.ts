import type { AssetType } from '@shared/model/asset'
import type { FrameSide, Presence } from '@shared/model/assignment'
import type { FrameEnd } from '@shared/model/common'
import type { ShotSize } from '@shared/model/shot'

/** One asset's looks: name, description, picture file without its ending. The first is the default look. */
export interface SampleAsset {
  readonly name: string
  readonly type: AssetType
  readonly description: string
  readonly looks: readonly (readonly [name: string, description: string, picture: string])[]
}

/** Who is in a shot beyond what was read from the script; `null` takes somebody out. */
export interface SampleMember {
  readonly presence?: Presence
  readonly enterAt?: number
  readonly exitAt?: number
  readonly enterFrom?: FrameSide
  readonly exitTo?: FrameSide
  readonly action?: string
}

/** Feet (x, y), height, all fractions of the frame; facing left. Later in the list is nearer. */
export type SamplePlace = readonly [asset: string, x: number, y: number, scale: number, facesLeft?: boolean]

export interface SampleShot {
  readonly size?: ShotSize
  readonly lens?: string
  readonly movement?: string
  readonly members?: Readonly<Record<string, SampleMember | null>>
  readonly start?: readonly SamplePlace[]
  readonly end?: readonly SamplePlace[]
  /** Stills that come with the sample. */
  readonly made?: readonly FrameEnd[]
}

const both: readonly FrameEnd[] = ['start', 'end']

export const sampleStyle =
  'Ink and wash storyboard: warm paper, confident brush line, flat muted colour, one accent for each character.'

/** The gnome is last read as a prop, then merged into the man he turns into. */
export const sampleAssets: readonly SampleAsset[] = [
  {
    name: 'Alice',
    type: 'character',
    description: 'red-haired woman',
    looks: [
      ['Raincoat', 'red-haired woman in a yellow raincoat', 'alice-raincoat'],
      ['Blue dress', 'red-haired woman in a blue dress', 'alice-dress'],
    ],
  },
  {
    name: 'Bob',
    type: 'character',
    description: 'tall man with a dark beard',
    looks: [['Grey suit', 'tall man with a dark beard in a grey suit', 'bob-suit']],
  },
  {
    name: 'Mrs Finch',
    type: 'character',
    description: 'old neighbour with a grey bun',
    looks: [['Violet coat', 'old woman with a grey bun in a violet coat', 'mrs-finch']],
  },
  {
    name: 'Miss Finch',
    type: 'character',
    description: 'her twin, not amused',
    looks: [['Olive coat', 'old woman in an olive coat and a red hat', 'miss-finch']],
  },
  {
    name: 'John Smith',
    type: 'character',
    description: 'thin man with round glasses',
    looks: [['Green pullover', 'thin barefoot man with round glasses and a green pullover', 'john-pullover']],
  },
  {
    name: 'Waiter',
    type: 'character',
    description: 'tall man with a moustache',
    looks: [['White jacket', 'tall man with a moustache in a white jacket, carrying a tray', 'waiter-white']],
  },
  {
    name: 'Living Room',
    type: 'location',
    description: 'warm room with red curtains',
    looks: [
      ['Lamplight', 'warm room with red curtains, rain on the window', 'living-room'],
      ['Dark', 'the same room by moonlight alone', 'living-room-dark'],
    ],
  },
  {
    name: 'Garden',
    type: 'location',
    description: 'wet lawn with a pond and a hedge',
    looks: [
      ['Moonlight', 'moonlit wet lawn with a pond and a hedge', 'garden'],
      ['Flooded with light', 'the same lawn flooded with warm light', 'garden-flooded'],
    ],
  },
  {
    name: 'Bistro',
    type: 'location',
    description: 'red walls, brass lamps',
    looks: [['Evening', 'red walls, brass lamps, a bar with a mirror', 'bistro']],
  },
  {
    name: 'Leather Couch',
    type: 'prop',
    description: 'brown, buttoned back',
    looks: [['Default', 'brown leather couch with a buttoned back', 'leather-couch']],
  },
  {
    name: 'Standing Lamp',
    type: 'prop',
    description: 'brass foot, pleated shade',
    looks: [
      ['Lit', 'brass standing lamp with a glowing cream shade', 'standing-lamp'],
      ['Dead', 'brass standing lamp, its shade dark', 'standing-lamp-dead'],
    ],
  },
  {
    name: 'Teapot',
    type: 'prop',
    description: 'cream china, blue band, mended lid',
    looks: [['Default', 'cream china teapot with a blue band and a mended lid', 'teapot']],
  },
  {
    name: 'Letter',
    type: 'prop',
    description: 'folded twice, broken red seal',
    looks: [['Default', 'much read letter with a broken red seal', 'letter']],
  },
  {
    name: 'Umbrella',
    type: 'prop',
    description: 'black, closed, dripping',
    looks: [['Default', 'closed black umbrella with a wooden handle', 'umbrella']],
  },
  {
    name: 'Bistro Table',
    type: 'prop',
    description: 'round, white cloth, a candle',
    looks: [['Default', 'round table with a white cloth and a candle', 'bistro-table']],
  },
  {
    name: 'Garden Gnome',
    type: 'prop',
    description: 'red hat, white beard, round glasses',
    looks: [['Garden gnome', 'mossy clay gnome with a red hat, a white beard and round glasses', 'garden-gnome']],
  },
]

const couch: SamplePlace = ['Leather Couch', 0.47, 0.755, 0.34]
const lamp: SamplePlace = ['Standing Lamp', 0.285, 0.74, 0.6]
const pot: SamplePlace = ['Teapot', 0.884, 0.56, 0.13]
const roomThings = [lamp, couch, pot] as const
const gnomeByPond: SamplePlace = ['Garden Gnome', 0.6, 0.8, 0.3]

export const sampleShots: Readonly<Record<string, SampleShot>> = {
  1: {
    size: 'wide',
    lens: '24 mm',
    members: { 'Leather Couch': {}, 'Standing Lamp': {}, Teapot: {} },
    made: both,
    start: [...roomThings, ['Bob', 0.68, 0.9, 0.7, true]],
    end: [...roomThings, ['Bob', 0.68, 0.9, 0.7]],
  },
  2: {
    size: 'medium',
    lens: '50 mm',
    members: { Teapot: {} },
    made: both,
    start: [
      ['Bob', 0.38, 1.62, 1.46],
      ['Teapot', 0.76, 0.98, 0.36, true],
    ],
    end: [
      ['Bob', 0.43, 1.66, 1.52],
      ['Teapot', 0.76, 0.98, 0.36, true],
    ],
  },
  3: {
    size: 'insert',
    lens: '85 mm',
    movement: 'Slow push in',
    members: { Letter: {} },
    made: both,
    start: [['Letter', 0.5, 0.9, 0.7]],
    end: [['Letter', 0.5, 0.98, 0.84]],
  },
  4: {
    size: 'wide',
    lens: '24 mm',
    made: both,
    members: {
      'Leather Couch': {},
      'Standing Lamp': {},
      Teapot: {},
      Alice: { presence: 'enters', enterAt: 0.35, enterFrom: 'left', action: 'through the door, dripping' },
      'Mrs Finch': { presence: 'enters', enterAt: 0.6, enterFrom: 'left', action: 'close behind Alice' },
      Umbrella: { presence: 'enters', enterAt: 0.35, enterFrom: 'left', action: 'in her hand' },
    },
    start: [...roomThings, ['Bob', 0.7, 0.9, 0.7, true]],
    end: [
      lamp,
      couch,
      pot,
      ['Mrs Finch', 0.15, 0.84, 0.58],
      ['Bob', 0.72, 0.92, 0.72, true],
      ['Umbrella', 0.405, 0.955, 0.36],
      ['Alice', 0.34, 0.94, 0.68],
    ],
  },
  5: {
    size: 'two_shot',
    lens: '50 mm',
    members: { 'Standing Lamp': {} },
    made: ['start'],
    start: [
      ['Standing Lamp', 0.52, 1.02, 0.92],
      ['Mrs Finch', 0.14, 1.22, 1.02],
      ['Alice', 0.36, 1.42, 1.24],
      ['Bob', 0.75, 1.48, 1.36, true],
    ],
    end: [
      ['Standing Lamp', 0.52, 1.02, 0.92],
      ['Mrs Finch', 0.16, 1.2, 1.02],
      ['Alice', 0.36, 1.42, 1.24],
      ['Bob', 0.74, 1.48, 1.36, true],
    ],
  },
  6: {
    size: 'close',
    lens: '85 mm',
    movement: 'Push in',
    members: { Bob: null, 'Mrs Finch': null },
    made: both,
    start: [['Alice', 0.4, 2.3, 2.2]],
    end: [['Alice', 0.42, 2.62, 2.56]],
  },
  7: {
    size: 'full',
    lens: '35 mm',
    members: { 'Standing Lamp': {}, 'Miss Finch': { presence: 'enters', enterAt: 0.57, enterFrom: 'left' } },
    made: both,
    start: [
      ['Standing Lamp', 0.56, 0.8, 0.68],
      ['Mrs Finch', 0.3, 0.96, 0.74],
      ['Alice', 0.45, 0.98, 0.8],
      ['Bob', 0.75, 0.98, 0.86, true],
    ],
    end: [
      ['Standing Lamp', 0.56, 0.8, 0.68],
      ['Miss Finch', 0.12, 0.95, 0.74],
      ['Mrs Finch', 0.3, 0.97, 0.74, true],
      ['Alice', 0.45, 0.98, 0.8, true],
      ['Bob', 0.75, 0.98, 0.86, true],
    ],
  },
  8: {
    size: 'wide',
    lens: '24 mm',
    movement: 'Pan left',
    made: both,
    members: {
      'Leather Couch': {},
      'Standing Lamp': {},
      'Mrs Finch': { presence: 'exits', exitAt: 0.5, exitTo: 'left', action: 'through the door' },
      Bob: { presence: 'exits', exitAt: 0.9, exitTo: 'left', action: 'through the door, to be brave' },
    },
    start: [
      lamp,
      couch,
      ['Mrs Finch', 0.13, 0.84, 0.58, true],
      ['Miss Finch', 0.25, 0.93, 0.62],
      ['Alice', 0.6, 0.92, 0.66, true],
      ['Bob', 0.76, 0.94, 0.72, true],
    ],
    end: [lamp, couch, ['Miss Finch', 0.27, 0.93, 0.62], ['Alice', 0.6, 0.92, 0.66, true]],
  },
  9: {
    size: 'wide',
    lens: '24 mm',
    members: {
      'Garden Gnome': {},
      'Mrs Finch': {
        presence: 'passes_through',
        enterAt: 0.37,
        exitAt: 0.87,
        enterFrom: 'right',
        exitTo: 'left',
        action: 'whistling',
      },
    },
    made: both,
    start: [gnomeByPond],
    end: [gnomeByPond],
  },
  10: {
    size: 'insert',
    lens: '100 mm',
    movement: 'Tilt up',
    members: { 'Garden Gnome': {} },
    made: both,
    start: [['Garden Gnome', 0.5, 0.98, 1.3]],
    end: [['Garden Gnome', 0.5, 1.62, 1.6]],
  },
  11: {
    size: 'medium',
    lens: '50 mm',
    members: { 'Garden Gnome': {}, Alice: { presence: 'enters', enterAt: 0.19, enterFrom: 'left' } },
    made: both,
    start: [['Garden Gnome', 0.7, 1.02, 0.72, true]],
    end: [
      ['Alice', 0.36, 1.2, 1.12],
      ['Garden Gnome', 0.7, 1.02, 0.72, true],
    ],
  },
  12: {
    size: 'wide',
    lens: '24 mm',
    made: both,
    members: {
      'Garden Gnome': { presence: 'exits', exitAt: 0.45 },
      'John Smith': { presence: 'enters', enterAt: 0.45, enterFrom: 'in_place' },
    },
    start: [['Alice', 0.42, 0.92, 0.66], gnomeByPond],
    end: [
      ['Alice', 0.42, 0.92, 0.66],
      ['John Smith', 0.61, 0.9, 0.68, true],
    ],
  },
  13: { size: 'two_shot', lens: '50 mm' },
  14: {
    size: 'wide',
    lens: '24 mm',
    movement: 'Crane up',
    members: {
      John: null,
      'John Smith': {},
      Umbrella: { presence: 'enters', enterAt: 0.2, enterFrom: 'right', action: 'raised' },
      Bob: { presence: 'enters', enterAt: 0.2, enterFrom: 'right', action: 'to fight' },
    },
    made: ['start', 'end'],
    start: [
      ['Alice', 0.38, 0.93, 0.66],
      ['John Smith', 0.55, 0.92, 0.69, true],
    ],
    end: [
      ['Alice', 0.34, 0.93, 0.66],
      ['John Smith', 0.52, 0.92, 0.69],
      ['Umbrella', 0.73, 0.84, 0.36],
      ['Bob', 0.8, 0.95, 0.73, true],
    ],
  },
  15: {
    size: 'wide',
    lens: '24 mm',
    members: {
      'Bistro Table': {},
      Waiter: {
        presence: 'passes_through',
        enterAt: 0.35,
        exitAt: 0.85,
        enterFrom: 'right',
        exitTo: 'left',
        action: 'behind them with a tray',
      },
    },
    made: both,
    start: [
      ['Alice', 0.33, 1.08, 0.74],
      ['Bob', 0.68, 1.1, 0.79, true],
      ['John Smith', 0.51, 1.06, 0.74],
      ['Bistro Table', 0.5, 0.97, 0.36],
    ],
    end: [
      ['Alice', 0.33, 1.08, 0.74],
      ['Bob', 0.68, 1.1, 0.79, true],
      ['John Smith', 0.51, 1.06, 0.74, true],
      ['Bistro Table', 0.5, 0.97, 0.36],
    ],
  },
  16: {
    size: 'medium',
    lens: '35 mm',
    members: {
      'Bistro Table': {},
      Bob: null,
      Waiter: { presence: 'enters', enterAt: 0.19, enterFrom: 'right' },
      Teapot: { presence: 'enters', enterAt: 0.5, enterFrom: 'right', action: 'on his tray' },
    },
    made: both,
    start: [
      ['Alice', 0.24, 1.34, 1.02],
      ['John Smith', 0.48, 1.3, 1.02],
      ['Bistro Table', 0.4, 1.12, 0.5],
    ],
    end: [
      ['Waiter', 0.74, 1.36, 1.2, true],
      ['Alice', 0.24, 1.34, 1.02],
      ['John Smith', 0.48, 1.3, 1.02],
      ['Bistro Table', 0.4, 1.12, 0.5],
      ['Teapot', 0.57, 0.8, 0.19, true],
    ],
  },
  17: {
    size: 'two_shot',
    lens: '50 mm',
    members: { 'Bistro Table': {}, Alice: null },
    made: ['start'],
    start: [
      ['John Smith', 0.34, 1.4, 1.2],
      ['Bob', 0.72, 1.44, 1.28, true],
      ['Bistro Table', 0.5, 1.3, 0.5],
    ],
    end: [
      ['John Smith', 0.34, 1.4, 1.2],
      ['Bob', 0.72, 1.44, 1.28, true],
      ['Bistro Table', 0.5, 1.3, 0.5],
    ],
  },
  18: {
    size: 'close',
    lens: '85 mm',
    members: { Alice: null, Bob: null },
    made: both,
    start: [['John Smith', 0.44, 2.3, 2.2]],
    end: [['John Smith', 0.44, 2.42, 2.32]],
  },
  19: { size: 'medium_close', lens: '85 mm', members: { Alice: null, Bob: null } },
  20: {
    size: 'wide',
    lens: '24 mm',
    movement: 'Pull out',
    members: {
      'Bistro Table': {},
      Waiter: { presence: 'enters', enterAt: 0.3, enterFrom: 'right', action: 'with a long bill' },
    },
  },
}
