import { black, blue, brass, china, red } from '../palette'
import { Sheet } from '../sheet'

/** The teapot: cream china with a blue band and a mended lid. */
export function teapot(): Sheet {
  const sheet = new Sheet(900, 660, 9)
  const pot = { fill: china[0], shade: china[1] } as const
  sheet.shape('640,300 700,270 760,200 800,132 836,110! 872,126 866,150! 838,190 810,270 766,360 690,440 640,450', {
    ...pot,
    reach: [14, 14],
  })
  sheet.shape(
    '252,270! 190,222 120,226 78,280 76,370 120,450 200,494 270,490! 262,452 200,444 142,404 122,340 138,286 180,272 226,300!',
    { ...pot, reach: [12, 10] },
  )
  sheet.shape(
    '262,228 210,300 196,390 226,490 300,566 380,592 520,592 600,566 672,490 700,390 688,300 636,228 540,204 450,198 360,204',
    {
      ...pot,
      reach: [44, 22],
      inside: () => {
        sheet.wash('190,352 300,386 450,396 600,386 704,352 704,430 600,462 450,472 300,462 190,430', blue[0], 0.95)
        for (let x = 226; x < 690; x += 48)
          sheet.ellipse(x, 424 - Math.abs(x - 450) * 0.1, 12, 12, { fill: '#f5efe0', line: 0 })
        sheet.wash('250,270 300,236 330,240 280,300 262,350 244,340', '#fffaf0', 0.95)
      },
    },
  )
  sheet.lines(5, '194,354 300,388 450,398 600,388 702,354', '196,432 300,464 450,474 600,464 700,432')
  sheet.shape('300,560 380,588 520,588 600,560 606,600 560,630 450,640 340,630 294,600', { ...pot, reach: [16, 12] })
  sheet.shape('304,222 330,160 390,122 450,114 510,122 570,160 596,222 520,244 450,248 380,244', {
    ...pot,
    reach: [22, 12],
    inside: () => sheet.wash('336,196 366,150 400,136 380,180 356,210', '#fffaf0', 0.9),
  })
  sheet.ellipse(450, 92, 32, 28, { fill: blue[0], shade: blue[1], reach: [8, 8] })
  // Mended once.
  sheet.line('520,126 508,154 528,176 514,206 526,232', 5)
  sheet.lines(4, '506,156 524,150', '516,180 536,172', '504,204 526,204')
  sheet.hatch('690,440 664,500 620,552', [-56, -8], 15)
  // What is left of the steam.
  sheet.line('866,96 846,60 876,30 858,2', 5, '#8d8078')
  return sheet
}

/** The letter: unfolded, read too often, with its broken red seal. */
export function letter(): Sheet {
  const sheet = new Sheet(760, 640, 8)
  sheet.placed(0, 0, -4, 1, () => {
    sheet.shape('100,170! 300,152 622,168! 640,300 628,428! 644,540 620,650! 360,662 108,640! 84,540 104,430! 84,300', {
      fill: '#f3ead5',
      shade: '#d8c9a9',
      reach: [22, 16],
      inside: () => sheet.wash('84,400 360,420 640,404 640,470 360,452 90,470', '#d8c9a9', 0.8),
    })
    sheet.line('96,424 360,436 636,424', 4.4)
    const words: readonly (readonly [number, number])[] = [
      [150, 300],
      [150, 460],
      [150, 560],
      [150, 520],
      [170, 500],
    ]
    words.forEach(([from, to], row) => scribble(sheet, from, 230 + row * 42, to))
    scribble(sheet, 150, 500, 520)
    scribble(sheet, 150, 542, 380)
    scribble(sheet, 360, 600, 470)
    sheet.shape('516,508 556,486 596,502 610,544 590,586 546,594 508,574 500,540', {
      fill: red[0],
      shade: red[1],
      reach: [8, 8],
    })
    sheet.lines(5, '556,488 546,520 566,544 552,592', '536,520 530,552 548,566', '580,520 584,548')
  })
  return sheet
}

function scribble(sheet: Sheet, from: number, y: number, to: number): void {
  const places: string[] = []
  for (let x = from; x < to; x += 9) places.push(`${x},${y + ((x * 7 + y) % 5 < 2 ? -9 : 5)}`)
  for (let i = 0; i < places.length; i += 7) {
    const word = places.slice(i, i + 6)
    if (word.length > 1) sheet.line(word.join(' '), 4, '#4b4257')
  }
}

/** A closed black umbrella, still dripping. */
export function umbrella(): Sheet {
  const sheet = new Sheet(300, 1200)
  sheet.shape('142,60! 142,20 158,20 158,60!', { fill: brass[0], shade: brass[1], reach: [5, 2], line: 5 })
  sheet.shape(
    '150,54 128,160 104,330 84,520 66,690 60,770! 92,752 118,786 150,758 182,788 208,752 240,772! 234,690 216,520 196,330 172,160',
    {
      fill: black[0],
      shade: black[1],
      reach: [24, 6],
      inside: () => {
        sheet.wash('146,80 134,240 112,470 92,740 118,740 132,480 146,260', '#6a6470', 0.75)
        sheet.wash('172,300 196,500 214,760 240,760 222,500', black[1], 0.8)
      },
    },
  )
  sheet.lines(
    4.4,
    '148,80 134,300 116,560 104,750',
    '152,80 158,300 160,560 152,756',
    '156,100 178,320 196,560 204,748',
  )
  sheet.shape('94,560 150,576 208,560 212,592 150,606 90,592', {
    fill: black[0],
    shade: black[1],
    reach: [10, 6],
    line: 5.4,
  })
  sheet.dot(180, 586, 6, 6, brass[0])
  sheet.shape('142,762! 142,1010! 158,1010! 158,762!', { fill: '#8b8d92', shade: '#63656c', reach: [5, 0], line: 5 })
  sheet.shape(
    '138,990! 138,1090 150,1130 182,1146 214,1130 224,1096! 246,1104 240,1146 206,1180 168,1184 128,1164 112,1110 112,990!',
    { fill: '#9a6a3f', shade: '#6f4a2d', reach: [10, 6], line: 6.4 },
  )
  sheet.line('120,1020 124,1110 150,1152', 3.6, '#c49565')
  for (const [x, y] of [
    [66, 800],
    [238, 812],
  ] as const)
    sheet.shape(`${x},${y}! ${x + 8},${y + 18} ${x},${y + 27} ${x - 8},${y + 18}`, { fill: '#dfe9ee', line: 3.6 })
  return sheet
}
