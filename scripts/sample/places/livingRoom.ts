import { brass, brown } from '../palette'
import { Sheet } from '../sheet'

const horizon = 500
const floor = 716
const vanishing = 980

/** Alice's and Bob's living room by night: rain on the window, and outside, small, a red hat. Lit by a lamp, or by the moon alone. */
export function livingRoom(lit: boolean): Sheet {
  const sheet = new Sheet(1920, 1080, 6)
  wall(sheet)
  boards(sheet)
  window(sheet)
  curtains(sheet)
  door(sheet)
  picture(sheet, 610, 176, 220, 164)
  portrait(sheet)
  sideTable(sheet)
  rug(sheet)
  if (lit) lamplight(sheet)
  else moonlight(sheet)
  return sheet
}

function wall(sheet: Sheet): void {
  sheet.wash('0,0! 1920,0! 1920,720! 0,720!', '#c99a6c')
  for (let x = -10; x < 1920; x += 96) sheet.wash(`${x},0! ${x + 44},0! ${x + 44},600! ${x},600!`, '#c08d5e', 0.85)
  sheet.blotches([0, 0, 1920, 600], '#e2b585', 0.16, 16, 3)
  sheet.blotches([0, 0, 1920, 600], '#8c5a3c', 0.1, 12, 8)
  // Small sprigs of the wallpaper.
  for (let x = 12; x < 1920; x += 96)
    for (let y = 60 + (x % 3) * 12; y < 580; y += 104) {
      sheet.line(`${x},${y} ${x - 8},${y - 12} ${x - 3},${y - 24}`, 4.5, '#9a6a47')
      sheet.line(`${x},${y} ${x + 9},${y - 13}`, 4.5, '#9a6a47')
    }
  // Ceiling moulding, wainscot, skirting board.
  sheet.wash('0,0! 1920,0! 1920,34! 0,38!', '#7a5139')
  sheet.line('0,38 960,34 1920,38', 5, undefined, 'none')
  sheet.wash('0,590! 1920,590! 1920,720! 0,720!', brown[0])
  sheet.wash('0,590! 1920,590! 1920,612! 0,612!', '#a57f5c')
  sheet.line('0,590 960,588 1920,591', 5, undefined, 'none')
  sheet.line('0,612 960,613 1920,611', 3.6, undefined, 'none')
  for (let x = 30; x < 1920; x += 132)
    sheet.shape(`${x},628! ${x + 104},628! ${x + 104},684! ${x},684!`, {
      fill: '#7d5c42',
      shade: '#96724f',
      reach: [4, 4],
      line: 3.6,
    })
  sheet.wash('0,694! 1920,694! 1920,722! 0,722!', '#6b4a35')
  sheet.line('0,694 960,695 1920,693', 3.6, undefined, 'none')
}

function boards(sheet: Sheet): void {
  sheet.wash('0,716! 1920,716! 1920,1080! 0,1080!', '#86573a')
  sheet.blotches([0, 720, 1920, 360], '#a8734c', 0.22, 14, 5)
  sheet.blotches([0, 740, 1920, 340], '#4f3125', 0.16, 10, 11)
  sheet.line('0,718 960,716 1920,719', 6.5, undefined, 'none')
  for (let x = -1500; x <= 3500; x += 178) {
    const topX = vanishing + ((x - vanishing) * (floor - horizon)) / (1080 - horizon)
    sheet.line(`${topX},${floor} ${(topX + x) / 2 + 1},${(floor + 1080) / 2} ${x},1082`, 3.6, undefined, 'none')
  }
  for (const [x, y, w] of [
    [140, 820, 90],
    [520, 770, 60],
    [1260, 900, 120],
    [1640, 800, 80],
    [880, 1010, 150],
    [360, 980, 110],
  ] as const)
    sheet.line(`${x},${y} ${x + w / 2},${y - 2} ${x + w},${y}`, 3.4)
}

function window(sheet: Sheet): void {
  sheet.shape('1128,120! 1520,120! 1520,540! 1128,540!', { fill: '#efe3cc', shade: '#c3b08f', reach: [10, 8] })
  const panes = '1152,144! 1496,144! 1496,516! 1152,516!'
  sheet.shape(panes, {
    fill: '#34506e',
    line: 5,
    inside: () => {
      sheet.blotches([1152, 144, 344, 200], '#587796', 0.4, 7, 2)
      sheet.dot(1414, 214, 38, 38, '#efe6c4')
      sheet.dot(1402, 206, 7, 6, '#d8cda4')
      sheet.wash('1140,372 1200,346 1260,360 1320,340 1380,358 1450,342 1510,360 1510,530 1140,530', '#24413f')
      sheet.wash('1140,450 1240,430 1380,438 1510,424 1510,530 1140,530', '#3a5c46')
      // The red hat.
      sheet.shape('1212,470! 1219,436 1227,414 1237,438 1245,470! 1229,475', { fill: '#c2452f', line: 3.4 })
      sheet.shape('1215,472! 1243,472! 1247,498 1229,506 1211,498', { fill: '#e9dfcc', line: 3 })
      for (let i = 0; i < 26; i++) {
        const [x, y] = [1160 + ((i * 83) % 332), 150 + ((i * 131) % 330)]
        sheet.line(`${x},${y} ${x - 9},${y + 34}`, 2.6, '#b9cbd6')
      }
    },
  })
  sheet.shape('1314,140! 1334,140! 1334,520! 1314,520!', {
    fill: '#efe3cc',
    shade: '#c3b08f',
    reach: [5, 0],
    line: 4.4,
  })
  sheet.shape('1150,296! 1498,296! 1498,314! 1150,314!', {
    fill: '#efe3cc',
    shade: '#c3b08f',
    reach: [0, 5],
    line: 4.4,
  })
  sheet.shape('1104,538! 1544,538! 1552,566! 1096,566!', {
    fill: '#efe3cc',
    shade: '#b9a582',
    reach: [4, 10],
    line: 5.4,
  })
}

function curtains(sheet: Sheet): void {
  for (const side of [1, -1] as const) {
    const x = (px: number) => 1324 + side * (px - 1324)
    sheet.shape(
      `${x(1040)},86! ${x(1190)},86! ${x(1178)},220 ${x(1140)},360 ${x(1092)},440 ${x(1098)},480 ${x(1126)},600 ${x(1132)},690! ${x(1080)},700 ${x(1030)},692! ${x(1036)},480 ${x(1034)},260`,
      {
        fill: '#a2473a',
        shade: '#74302d',
        reach: [16, 4],
        inside: () => {
          sheet.wash(`${x(1090)},90 ${x(1100)},240 ${x(1076)},430 ${x(1052)},440 ${x(1064)},240`, '#74302d', 0.6)
          sheet.wash(`${x(1150)},90 ${x(1146)},240 ${x(1108)},400 ${x(1096)},400 ${x(1126)},240`, '#74302d', 0.5)
          sheet.wash(`${x(1076)},480 ${x(1092)},600 ${x(1094)},700 ${x(1066)},700 ${x(1064)},580`, '#74302d', 0.6)
        },
      },
    )
    sheet.lines(
      4,
      `${x(1076)},96 ${x(1078)},250 ${x(1058)},430`,
      `${x(1122)},96 ${x(1120)},250 ${x(1082)},430`,
      `${x(1158)},96 ${x(1152)},230`,
      `${x(1062)},480 ${x(1064)},680`,
      `${x(1094)},484 ${x(1106)},680`,
    )
    sheet.shape(`${x(1032)},442! ${x(1100)},430! ${x(1104)},460! ${x(1034)},474!`, {
      fill: brass[0],
      shade: brass[1],
      reach: [4, 6],
      line: 4.6,
    })
  }
  sheet.shape('1010,72! 1638,72! 1638,92! 1010,92!', { fill: '#6b4a35', shade: '#49332a', reach: [0, 7], line: 5.4 })
  sheet.ellipse(1004, 82, 20, 19, { fill: brass[0], shade: brass[1], reach: [6, 6], line: 5 })
  sheet.ellipse(1644, 82, 20, 19, { fill: brass[0], shade: brass[1], reach: [6, 6], line: 5 })
}

function door(sheet: Sheet): void {
  sheet.shape('146,718! 146,138! 456,138! 456,718! 424,718! 424,172! 178,172! 178,718!', {
    fill: '#8a6043',
    shade: '#5d3f2e',
    reach: [8, 6],
  })
  sheet.shape('178,172! 424,172! 424,718! 178,718!', {
    fill: '#74513a',
    shade: '#563a2b',
    reach: [10, 0],
    line: 5,
    inside: () => sheet.wash('178,600 424,560 424,720 178,720', '#4b3227', 0.35),
  })
  for (const [x, y, w, h] of [
    [204, 204, 84, 190],
    [314, 204, 84, 190],
    [204, 430, 84, 110],
    [314, 430, 84, 110],
    [204, 576, 194, 108],
  ] as const) {
    sheet.shape(`${x},${y}! ${x + w},${y}! ${x + w},${y + h}! ${x},${y + h}!`, {
      fill: '#84603f',
      shade: '#60432f',
      reach: [-5, -5],
      line: 4,
    })
  }
  sheet.ellipse(406, 470, 13, 14, { fill: brass[0], shade: brass[1], reach: [4, 5], line: 5 })
  sheet.hatch('182,640 184,680 184,712', [40, -10], 11)
}

function picture(sheet: Sheet, x: number, y: number, w: number, h: number): void {
  sheet.line(`${x + w / 2},${y - 60} ${x + w * 0.2},${y}`, 3)
  sheet.line(`${x + w / 2},${y - 60} ${x + w * 0.8},${y}`, 3)
  sheet.shape(`${x},${y}! ${x + w},${y}! ${x + w},${y + h}! ${x},${y + h}!`, {
    fill: brass[0],
    shade: brass[1],
    reach: [9, 9],
  })
  sheet.shape(`${x + 22},${y + 22}! ${x + w - 22},${y + 22}! ${x + w - 22},${y + h - 22}! ${x + 22},${y + h - 22}!`, {
    fill: '#b9c7bd',
    line: 4.4,
    inside: () => {
      sheet.wash(
        `${x},${y + 100} ${x + 60},${y + 62} ${x + 104},${y + 92} ${x + 150},${y + 50} ${x + w},${y + 100} ${x + w},${y + h} ${x},${y + h}`,
        '#6f8a72',
      )
      sheet.wash(`${x},${y + 122} ${x + 110},${y + 106} ${x + w},${y + 124} ${x + w},${y + h} ${x},${y + h}`, '#8fa06a')
      sheet.line(
        `${x + 20},${y + 90} ${x + 60},${y + 62} ${x + 104},${y + 92} ${x + 150},${y + 50} ${x + 200},${y + 96}`,
        3.6,
      )
    },
  })
}

function portrait(sheet: Sheet): void {
  sheet.ellipse(1760, 280, 84, 106, { fill: '#5d4030', shade: '#3f2c25', reach: [8, 8] })
  sheet.ellipse(1760, 280, 62, 84, {
    fill: '#a8a48a',
    line: 4.4,
    inside: () => {
      sheet.wash('1690,400 1710,330 1760,312 1810,330 1830,400', '#4c4a57')
      sheet.wash('1734,262 1740,226 1764,218 1786,230 1790,264 1776,300 1750,300', '#d9b48f')
      sheet.wash('1730,256 1738,218 1766,206 1792,220 1792,250 1776,236 1748,238', '#cfcbc4')
      sheet.lines(3, '1750,262 1758,261', '1772,262 1780,261', '1756,284 1774,284')
    },
  })
}

function sideTable(sheet: Sheet): void {
  for (const [x, y] of [
    [1606, 800],
    [1794, 800],
    [1640, 770],
    [1764, 770],
  ] as const)
    sheet.shape(`${x - 9},600! ${x + 11},600! ${x + 7},${y}! ${x - 5},${y}!`, {
      fill: '#6b4631',
      shade: '#4a3126',
      reach: [7, 0],
      line: 4.6,
    })
  sheet.shape('1576,588 1620,570 1700,564 1780,570 1826,588 1824,608 1780,624 1700,630 1620,624 1578,608', {
    fill: '#8c5d3e',
    shade: '#613f2d',
    reach: [4, 12],
    inside: () => sheet.wash('1600,586 1680,574 1760,580 1700,592', '#b07c52', 0.8),
  })
}

function rug(sheet: Sheet): void {
  sheet.shape('330,930 470,846 760,806 1080,806 1380,846 1520,930 1380,1016 1080,1056 760,1056 470,1016', {
    fill: '#8f3b35',
    shade: '#682b2b',
    reach: [8, 12],
  })
  sheet.shape('400,930 520,862 780,828 1066,828 1330,862 1450,930 1330,1000 1066,1034 780,1034 520,1000', {
    fill: '#c99a62',
    line: 4,
  })
  sheet.shape('430,930 540,872 790,842 1056,842 1310,872 1420,930 1310,990 1056,1020 790,1020 540,990', {
    fill: '#94413a',
    line: 4,
    inside: () => sheet.blotches([430, 850, 990, 170], '#b35d4b', 0.35, 9, 4),
  })
  sheet.shape('740,930 840,894 1010,894 1110,930 1010,968 840,968', { fill: '#c99a62', line: 4 })
}

function lamplight(sheet: Sheet): void {
  sheet.glow(1010, 330, 900, '#ffdf9c', 0.42)
  sheet.wash('0,0! 300,0! 130,500 60,1080! 0,1080!', '#2e1d2b', 0.24)
  sheet.wash('1920,0! 1700,0! 1810,420 1850,1080! 1920,1080!', '#2e1d2b', 0.26)
  sheet.wash('0,1080! 0,1010 700,1050 1300,1046 1920,1000! 1920,1080!', '#2e1d2b', 0.22)
}

function moonlight(sheet: Sheet): void {
  sheet.wash('0,0! 1920,0! 1920,1080! 0,1080!', '#16233f', 0.62)
  // The window throws its panes on the floor.
  for (const d of [
    '1120,760! 1250,760! 1150,860! 1000,860!',
    '1270,760! 1400,760! 1320,860! 1170,860!',
    '980,874! 1134,874! 1010,1004! 826,1004!',
    '1154,874! 1308,874! 1204,1004! 1030,1004!',
  ])
    sheet.wash(d, '#a9c3dd', 0.34)
  sheet.wash('1152,144! 1496,144! 1496,516! 1152,516!', '#8fb2d6', 0.26)
  sheet.glow(1324, 330, 520, '#a9c8ea', 0.3)
  sheet.wash('0,0! 520,0! 330,500 240,1080! 0,1080!', '#0c1428', 0.3)
}
