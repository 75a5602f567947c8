import type { Sheet } from '../sheet'

type Colours = readonly [string, string]

/** A hand that hangs down from its wrist at the origin, about 92 pixels long; its thumb is to the right. */
export function hangingHand(sheet: Sheet, [skin, shade]: Colours): void {
  sheet.shape(
    '-17,-12! -21,16 -26,44 -24,66 -17,86 -7,93 3,92 9,80 12,60 13,46! 19,60 25,66 31,60 30,42 25,18 17,-12!',
    { fill: skin, shade, reach: [8, 3], line: 5.6 },
  )
  sheet.lines(3.4, '-13,56 -13,72 -10,86', '-2,56 0,72 0,86', '8,44 13,46 14,34')
}

/** An open hand with its palm up, reaching right from the wrist at the origin. */
export function palmUp(sheet: Sheet, [skin, shade]: Colours): void {
  sheet.shape(
    '-12,-16! 14,-20 34,-24 44,-38 52,-38 52,-26 60,-20 84,-24 98,-22 100,-14 84,-8 92,-6 90,2 74,4 60,12 30,18 -12,16!',
    { fill: skin, shade, reach: [5, 6], line: 5.6 },
  )
  sheet.lines(3.4, '60,-12 74,-11 84,-9', '56,0 66,0 76,1')
}

/** A laced shoe in three-quarter view; its ankle is at the origin, its toe to the right, its sole at y = 62. */
export function shoe(sheet: Sheet, [leather, shade]: Colours, long = 1): void {
  const toe = 92 * long
  sheet.shape(
    `-34,-14! -38,20 -40,48 -36,62! ${toe * 0.4},64 ${toe},62! ${toe + 8},46 ${toe * 0.9},30 ${toe * 0.62},18 38,2 28,-16! 0,-10`,
    { fill: leather, shade, reach: [4, 12], line: 6.4 },
  )
  sheet.line(`-39,50 ${toe * 0.3},54 ${toe + 4},51`, 4)
  sheet.lines(3.6, `26,6 36,14 44,26`, `18,14 30,24`, `34,8 24,18`)
}

/** A bare foot; ankle at the origin, toes to the right, sole at y = 62. */
export function bareFoot(sheet: Sheet, [skin, shade]: Colours): void {
  sheet.shape(
    '-24,-90! -26,-20 -33,14 -39,42 -34,60 -16,63 24,60 52,63 82,63 98,60 100,48 88,40 64,30 40,10 26,-20 26,-90!',
    { fill: skin, shade, reach: [4, 9], line: 5.8 },
  )
  sheet.lines(3.4, '94,47 86,48 84,56', '82,41 74,44 72,55', '69,35 62,40 61,50', '-14,10 -8,20 4,20', '-30,52 -20,56')
}
