import { ink } from '../palette'
import type { Sheet } from '../sheet'

export interface Face {
  readonly skin: readonly [string, string]
  readonly nose?: 'small' | 'long' | 'round'
  readonly mouth: 'smile' | 'flat' | 'worried' | 'crooked' | 'open'
  readonly eyes?: 'open' | 'tired' | 'wide'
  /** Width and colour of the brows, and how far their inner ends are raised (pixels). */
  readonly brow: { readonly width: number; readonly colour?: string; readonly raise?: number }
  readonly old?: boolean
  readonly lashes?: boolean
  readonly lips?: string
  readonly cheeks?: string
  /** A broader, squarer jaw. */
  readonly jaw?: number
}

const noses = {
  small: ['38,-4 45,18 51,29 46,35 37,36', '30,34 26,30 28,25'],
  long: ['38,-8 48,14 62,32 58,40 42,43', '34,42 28,38 31,31'],
  round: ['38,-2 46,14 58,22 60,34 50,41 40,39', '34,39 28,34 31,27'],
} as const

const mouths = {
  smile: ['6,58 18,66 36,66 52,55', '50,52 55,54 56,59', '22,76 30,78 37,76'],
  flat: ['12,63 28,61 48,62', '24,74 32,76 39,74'],
  worried: ['10,67 22,60 36,60 48,67', '22,75 30,72 38,75'],
  crooked: ['10,64 28,65 42,60 52,51', '51,48 56,51 56,56', '22,75 31,77 38,75'],
  open: ['10,58 30,56 50,57', '24,82 32,84 39,81'],
} as const

/** A face in three-quarter view looking right, on a head 200 pixels high with its middle at the origin. Hair comes after it. */
export function drawFace(sheet: Sheet, face: Face): void {
  const [skin, shade] = face.skin
  const jaw = face.jaw ?? 0
  sheet.shape(
    `-60,-34 -50,-76 -8,-98 34,-92 57,-60 62,-28 57,-6 66,16 ${60 + jaw * 0.5},44 ${44 + jaw},78 ${27 + jaw * 0.6},97 ${8 - jaw * 0.2},98 ${-26 - jaw},78 ${-48 - jaw},40 -58,4`,
    {
      fill: skin,
      shade,
      reach: [9, 4],
      line: 6.4,
      inside: () => {
        sheet.wash('38,-6 50,28 40,38 30,36 34,20', shade, 0.5)
        if (face.cheeks) sheet.wash('-24,30 -4,24 10,34 0,48 -22,46', face.cheeks, 0.5)
        sheet.wash('-60,40 -30,66 6,92 30,104 -40,110', shade, 0.75)
      },
    },
  )
  eye(sheet, 6, 2, 1, face)
  eye(sheet, 47, 0, 0.8, face)
  const { width, colour = ink, raise = 0 } = face.brow
  sheet.line(`-15,${-17} -2,${-26 - raise * 0.4} 19,${-22 - raise}`, width, colour)
  sheet.line(`36,${-22 - raise} 47,${-26 - raise * 0.4} 59,${-17}`, width * 0.85, colour)
  for (const stroke of noses[face.nose ?? 'small']) sheet.line(stroke, 4.6)
  if (face.mouth === 'open') sheet.shape('12,57 30,54 50,57 45,72 31,76 18,71', { fill: '#7c3533', line: 4 })
  if (face.lips) sheet.wash('10,62 22,57 31,59 39,57 50,61 38,70 22,70', face.lips, 0.85)
  mouths[face.mouth].forEach((stroke, i) => sheet.line(stroke, i === 0 ? 5.4 : 3))
  if (face.old)
    sheet.lines(
      3,
      '-14,18 0,24 14,20',
      '40,18 48,21 56,17',
      '2,42 6,52 4,62',
      '-22,-6 -30,-12',
      '-23,0 -32,0',
      '6,-46 26,-49 44,-46',
      '12,-57 28,-59 40,-57',
      '-18,62 -14,72 -6,80',
    )
}

function eye(sheet: Sheet, x: number, y: number, squeeze: number, { eyes = 'open', lashes, skin }: Face): void {
  const w = 16 * squeeze
  const open = { open: 8, tired: 5, wide: 11 }[eyes]
  sheet.wash(
    `${x - w},${y + 2}! ${x - w * 0.4},${y - open} ${x + w * 0.5},${y - open} ${x + w},${y + 1}! ${x + w * 0.3},${y + 8} ${x - w * 0.5},${y + 7}`,
    '#fbf6ec',
  )
  sheet.dot(x + 3.5 * squeeze, y - (eyes === 'tired' ? -1 : 0), 6.2 * squeeze, eyes === 'tired' ? 5.5 : 7.4)
  sheet.dot(x + 5.6 * squeeze, y - 3, 1.9, 1.9, '#fbf6ec')
  sheet.line(
    `${x - w - 2},${y + 3} ${x - w * 0.4},${y - open} ${x + w * 0.5},${y - open - 0.5} ${x + w + 2},${y + 2}`,
    lashes ? 6.4 : 5,
  )
  if (lashes) sheet.line(`${x - w},${y} ${x - w - 7},${y - 5}`, 4)
  sheet.line(`${x - w * 0.5},${y + 9} ${x + w * 0.4},${y + 10}`, 2.4)
  if (eyes === 'tired') sheet.line(`${x - w},${y - 9} ${x},${y - 14} ${x + w},${y - 9}`, 2.4)
  else sheet.line(`${x - w * 0.8},${y - open - 7} ${x},${y - open - 9} ${x + w * 0.8},${y - open - 6}`, 2, skin[1])
}

/** The ear on the near side; before the face, so that the cheek lies over it. */
export function drawEar(sheet: Sheet, [skin, shade]: readonly [string, string]): void {
  sheet.shape('-44,-18 -60,-22 -70,-8 -68,14 -58,30 -46,26', { fill: skin, shade, reach: [-6, 3], line: 5.6 })
  sheet.lines(3, '-50,-12 -60,-10 -61,4 -54,14')
}
