import { brass, brown } from '../palette'
import { Sheet } from '../sheet'

/** The bistro in the evening: red walls, brass lamps, a bar with a mirror, and a window that says where we are to the street. */
export function bistro(): Sheet {
  const sheet = new Sheet(1920, 1080, 6)
  wall(sheet)
  floor(sheet)
  streetWindow(sheet)
  bar(sheet)
  emptyTable(sheet, 300, 800, 0.86)
  posters(sheet)
  for (const [x, y] of [
    [650, 150],
    [970, 120],
    [1330, 96],
  ] as const)
    lamp(sheet, x, y)
  sheet.wash('0,0! 300,0! 190,500 90,1080! 0,1080!', '#2a1420', 0.3)
  sheet.wash('1920,0! 1740,0! 1830,500 1860,1080! 1920,1080!', '#2a1420', 0.3)
  sheet.wash('0,1080! 0,1000 700,1046 1300,1040 1920,990! 1920,1080!', '#2a1420', 0.26)
  return sheet
}

function wall(sheet: Sheet): void {
  sheet.wash('0,0! 1920,0! 1920,730! 0,730!', '#9c4136')
  sheet.blotches([0, 0, 1920, 560], '#c1604c', 0.2, 16, 3)
  sheet.blotches([0, 60, 1920, 500], '#6d2a2b', 0.18, 12, 7)
  sheet.wash('0,0! 1920,0! 1920,52! 0,58!', '#5d3a2c')
  sheet.line('0,58 960,53 1920,57', 5, undefined, 'none')
  sheet.wash('0,548! 1920,548! 1920,732! 0,732!', '#6b4431')
  sheet.wash('0,548! 1920,548! 1920,572! 0,572!', brown[0])
  sheet.line('0,548 960,546 1920,549', 5.4, undefined, 'none')
  sheet.line('0,573 960,574 1920,572', 3.8, undefined, 'none')
  for (let x = 18; x < 1920; x += 62) sheet.line(`${x},576 ${x + 1},650 ${x},718`, 3.4, undefined, 'none')
}

function floor(sheet: Sheet): void {
  sheet.wash('0,724! 1920,724! 1920,1080! 0,1080!', '#d8c7a4')
  const far = 724
  const horizon = 500
  const rows = [724, 752, 788, 834, 892, 966, 1060, 1180]
  const at = (column: number, y: number) => 960 + (column * 210 * (y - horizon)) / (1080 - horizon)
  rows.slice(0, -1).forEach((y, row) => {
    const next = rows[row + 1]!
    for (let column = -14; column < 14; column++)
      if ((column + row) % 2 === 0)
        sheet.wash(
          `${at(column, y)},${y}! ${at(column + 1, y)},${y}! ${at(column + 1, next)},${next}! ${at(column, next)},${next}!`,
          '#7d4a3c',
          0.85,
        )
  })
  sheet.blotches([0, far, 1920, 360], '#4b2a2b', 0.14, 14, 5)
  sheet.line('0,726 960,724 1920,727', 6.5, undefined, 'none')
}

function streetWindow(sheet: Sheet): void {
  sheet.shape('110,150! 600,150! 600,540! 110,540!', { fill: brown[0], shade: '#543a2c', reach: [9, 8] })
  sheet.shape('136,176! 574,176! 574,516! 136,516!', {
    fill: '#35486a',
    line: 5,
    inside: () => {
      sheet.wash(
        '130,330! 220,330! 220,250! 300,250! 300,300! 380,300! 380,270! 470,270! 470,380! 580,380! 580,520! 130,520!',
        '#25334f',
      )
      for (const [x, y] of [
        [236, 276],
        [268, 276],
        [236, 316],
        [400, 316],
        [436, 340],
        [160, 356],
        [510, 410],
      ] as const)
        sheet.wash(`${x},${y}! ${x + 18},${y}! ${x + 18},${y + 22}! ${x},${y + 22}!`, '#f0c873')
      sheet.glow(500, 330, 90, '#ffe3a1', 0.7)
      sheet.line('500,340 500,440 502,520', 6)
      sheet.blotches([136, 176, 438, 120], '#6f86a8', 0.3, 6, 2)
    },
  })
  sheet.line('355,176 355,516', 8, '#8d6a4c', 'none')
  // BISTRO, read from the street.
  const letters = [
    '518,236 518,196 502,198 500,212 516,216 498,220 500,236 518,236',
    '476,196 476,236',
    '452,200 438,196 436,210 452,218 452,232 436,236',
    '420,197 396,197',
    '408,197 408,236',
    '380,236 380,197 362,199 362,214 380,216 362,236',
    '330,196 316,206 318,228 332,236 344,224 342,206 330,196',
  ]
  for (const stroke of letters) sheet.placed(0, 4, 0, 1, () => sheet.line(stroke, 5.4, '#e8c987'))
}

function bar(sheet: Sheet): void {
  // Shelves before a mirror.
  sheet.shape('1050,130! 1800,130! 1800,520! 1050,520!', { fill: '#5d3a2c', shade: '#402820', reach: [9, 8] })
  sheet.shape('1076,156! 1774,156! 1774,500! 1076,500!', {
    fill: '#c08a63',
    line: 5,
    inside: () => {
      sheet.blotches([1076, 156, 698, 344], '#e0b184', 0.4, 9, 4)
      sheet.wash('1120,500 1300,156 1380,156 1200,500', '#f0d2a8', 0.3)
    },
  })
  const colours = ['#5f7a4f', '#8c3b48', '#c99b4e', '#496a86', '#d9d0bd', '#7a4a2e', '#74865a', '#a8443a']
  for (const shelf of [300, 420]) {
    sheet.shape(`1076,${shelf}! 1774,${shelf}! 1774,${shelf + 16}! 1076,${shelf + 16}!`, { fill: '#5d3a2c', line: 4.4 })
    for (let i = 0; i < 15; i++) {
      const x = 1108 + i * 45
      const tall = 66 + ((i * 37 + shelf) % 34)
      sheet.shape(
        `${x - 13},${shelf}! ${x - 13},${shelf - tall * 0.56} ${x - 5},${shelf - tall * 0.72} ${x - 5},${shelf - tall} ${x + 5},${shelf - tall} ${x + 5},${shelf - tall * 0.72} ${x + 13},${shelf - tall * 0.56} ${x + 13},${shelf}!`,
        { fill: colours[((i * 3 + shelf / 60) % 8) | 0]!, line: 3.8 },
      )
      if (i % 2)
        sheet.wash(
          `${x - 9},${shelf - 28}! ${x + 9},${shelf - 28}! ${x + 9},${shelf - 10}! ${x - 9},${shelf - 10}!`,
          '#efe6d4',
          0.9,
        )
    }
  }
  sheet.shape('1010,540! 1920,540! 1930,720! 1930,800! 1034,800! 1034,580!', {
    fill: '#74492f',
    shade: '#4e3124',
    reach: [0, 20],
  })
  for (let x = 1070; x < 1920; x += 150)
    sheet.shape(`${x},612! ${x + 116},612! ${x + 116},764! ${x},764!`, {
      fill: '#86573a',
      shade: '#5c3b2a',
      reach: [-6, -6],
      line: 4,
    })
  sheet.shape('990,530 1930,526! 1930,566! 996,570', { fill: '#a5754d', shade: '#6f4a33', reach: [0, 12] })
  sheet.line('1040,780 1480,784 1920,780', 8, brass[1], 'none')
  // The coffee machine.
  sheet.shape('1600,528! 1596,420 1620,396 1740,396 1764,420 1760,528!', {
    fill: '#c9c6c0',
    shade: '#8f8b90',
    reach: [16, 8],
  })
  sheet.ellipse(1680, 392, 34, 17, { fill: brass[0], shade: brass[1], reach: [6, 5], line: 5 })
  sheet.lines(4.4, '1616,440 1744,440', '1640,470 1640,500', '1716,470 1716,500')
}

function emptyTable(sheet: Sheet, x: number, y: number, size: number): void {
  sheet.placed(x, y, 0, size, () => {
    sheet.shape('-12,-90! 12,-90! 10,60 16,80! -16,80! -10,60', {
      fill: '#3f3a3f',
      shade: '#2c282d',
      reach: [8, 0],
      line: 5,
    })
    sheet.ellipse(0, 84, 76, 16, { fill: '#3f3a3f', shade: '#2c282d', reach: [4, 6], line: 5 })
    sheet.shape('-130,-104 -110,-60 -120,-20 -70,-32 -30,-14 20,-30 70,-14 110,-26 116,-60 130,-104', {
      fill: '#efe7d8',
      shade: '#c3b8a8',
      reach: [14, 6],
      line: 5,
    })
    sheet.ellipse(0, -108, 132, 30, { fill: '#f6f0e4', shade: '#cfc6b8', reach: [4, 6], line: 5 })
    sheet.shape('-12,-118! -10,-160 -18,-172 18,-172 10,-160 12,-118!', {
      fill: '#5f7a4f',
      shade: '#445a39',
      reach: [5, 0],
      line: 4,
    })
    sheet.line('0,-172 -6,-210 8,-236', 4)
    sheet.ellipse(10, -240, 16, 14, { fill: '#bf4433', shade: '#8c2d27', reach: [4, 4], line: 4 })
  })
}

function posters(sheet: Sheet): void {
  sheet.shape('690,170! 890,170! 890,450! 690,450!', { fill: '#efe4cb', shade: '#c9b993', reach: [8, 8] })
  sheet.shape('708,190! 872,190! 872,400! 708,400!', {
    fill: '#d6a14b',
    line: 4,
    inside: () => {
      sheet.wash('708,340 790,310 872,340 872,400 708,400', '#8c3b39')
      sheet.shape('728,300! 742,346 770,364 812,364 838,346 852,300!', {
        fill: '#f3ead5',
        shade: '#cdbf9f',
        reach: [12, 4],
        line: 4.4,
      })
      sheet.ellipse(790, 300, 62, 13, { fill: '#7a4a2e', line: 4 })
      for (const x of [768, 792, 816]) sheet.line(`${x},272 ${x - 10},252 ${x + 8},234 ${x - 2},212`, 5, '#8c3b39')
    },
  })
  sheet.lines(4.4, '724,420 790,418 858,421', '744,434 790,433 838,435')
}

function lamp(sheet: Sheet, x: number, y: number): void {
  sheet.line(`${x},0 ${x + 1},${y / 2} ${x},${y - 56}`, 5, undefined, 'none')
  sheet.glow(x, y + 30, 300, '#ffdd94', 0.6)
  sheet.shape(
    `${x - 16},${y - 60} ${x + 16},${y - 60} ${x + 34},${y - 40} ${x + 84},${y + 4}! ${x},${y + 16} ${x - 84},${y + 4}! ${x - 34},${y - 40}`,
    {
      fill: brass[0],
      shade: brass[1],
      reach: [20, 6],
      inside: () =>
        sheet.wash(`${x - 60},${y - 6} ${x - 26},${y - 42} ${x - 8},${y - 46} ${x - 30},${y}`, '#ecd09a', 0.9),
    },
  )
  sheet.wash(`${x - 26},${y + 8} ${x + 26},${y + 8} ${x + 20},${y + 26} ${x},${y + 34} ${x - 20},${y + 26}`, '#fff3cf')
}
