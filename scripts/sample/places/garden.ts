import { Sheet } from '../sheet'

/** The garden behind number eight: pond, path, hedge; over the hedge the dark house with a 9 on its gate. By the moon, or flooded with light. */
export function garden(flooded: boolean): Sheet {
  const sheet = new Sheet(1920, 1080, 6)
  sky(sheet)
  neighbour(sheet)
  trees(sheet)
  hedge(sheet)
  lawn(sheet)
  ownHouse(sheet)
  path(sheet)
  pond(sheet)
  grass(sheet)
  if (flooded) {
    sheet.wash('0,0! 1920,0! 1920,1080! 0,1080!', '#ffe7a8', 0.2)
    sheet.glow(1010, 700, 820, '#fff3c4', 0.95)
    for (const [x, y, r] of [
      [700, 420, 60],
      [860, 330, 80],
      [1050, 300, 90],
      [1220, 360, 70],
      [1330, 470, 60],
    ] as const)
      sheet.line(`${1010 + (x - 1010) * 0.62},${700 + (y - 700) * 0.62} ${x},${y}`, r / 9, '#fff6d8')
  } else {
    sheet.glow(1500, 190, 560, '#d9e4ef', 0.34)
    sheet.wash('0,700! 500,760 900,900 1100,1080! 0,1080!', '#101b30', 0.25)
  }
  return sheet
}

function sky(sheet: Sheet): void {
  sheet.wash('0,0! 1920,0! 1920,620! 0,620!', '#41597c')
  sheet.wash('0,0! 1920,0! 1920,150 1200,210 600,170 0,220!', '#31466a')
  sheet.blotches([200, 260, 1700, 240], '#6f86a2', 0.3, 12, 6)
  for (const [x, y] of [
    [620, 90],
    [760, 190],
    [930, 70],
    [1120, 150],
    [1240, 60],
    [1700, 320],
    [1800, 90],
    [1660, 60],
    [560, 240],
  ] as const)
    sheet.dot(x, y, 3, 3, '#f1ead2')
  sheet.ellipse(1500, 190, 78, 78, { fill: '#f3ebcd', shade: '#d8cda6', reach: [14, 10], line: 5 })
  sheet.dot(1474, 170, 14, 11, '#ddd2ac')
  sheet.dot(1520, 214, 10, 8, '#ddd2ac')
  sheet.wash('1280,270 1400,246 1520,262 1640,250 1720,272 1600,288 1420,284', '#8da0b6', 0.8)
  sheet.lines(3.4, '1290,270 1400,247 1510,262', '1560,256 1640,250 1716,270')
}

function neighbour(sheet: Sheet): void {
  sheet.shape('1130,600! 1130,380! 1420,380! 1420,600!', { fill: '#3d4a60', shade: '#2d3750', reach: [30, 0] })
  sheet.shape('1098,388! 1170,268! 1380,268! 1452,388!', { fill: '#2c3348', shade: '#222a3e', reach: [30, 6] })
  sheet.shape('1340,270! 1340,210! 1378,210! 1378,270!', { fill: '#3d4a60', shade: '#2d3750', reach: [12, 0], line: 5 })
  for (const x of [1172, 1318])
    sheet.shape(`${x},424! ${x + 60},424! ${x + 60},500! ${x},500!`, {
      fill: '#202a40',
      line: 5,
      inside: () => sheet.wash(`${x},424 ${x + 30},424 ${x},470`, '#5b7391', 0.6),
    })
  for (let y = 292; y < 388; y += 22)
    sheet.line(`${1150 - (y - 292) * 0.42},${y} 1275,${y + 2} ${1400 + (y - 292) * 0.42},${y}`, 2.8)
}

function trees(sheet: Sheet): void {
  sheet.shape('1660,620! 1672,500 1660,430 1690,430 1704,500 1712,620!', {
    fill: '#3b3440',
    shade: '#2a2632',
    reach: [10, 0],
  })
  sheet.shape(
    '1560,440 1540,370 1580,310 1640,290 1660,240 1730,220 1790,250 1850,270 1880,330 1920,380 1880,450 1800,480 1720,470 1640,486',
    {
      fill: '#33524c',
      shade: '#243d3d',
      reach: [30, 20],
      inside: () => sheet.blotches([1540, 220, 380, 260], '#476c58', 0.5, 9, 3),
    },
  )
  sheet.lines(
    4,
    '1610,360 1640,344 1666,356',
    '1700,300 1730,286 1760,300',
    '1770,400 1806,388 1830,402',
    '1660,430 1690,420 1716,434',
  )
}

function hedge(sheet: Sheet): void {
  sheet.shape(
    '400,660! 404,540 500,520 600,534 690,512 780,528 880,508 980,526 1080,510 1180,526 1290,508 1400,526 1500,512 1610,528 1720,510 1830,526 1930,512! 1930,680!',
    {
      fill: '#3b6350',
      shade: '#294a40',
      reach: [12, -18],
      inside: () => {
        sheet.blotches([440, 510, 1490, 80], '#5d8460', 0.5, 20, 2)
        sheet.wash('390,620 1930,600 1930,700 390,700', '#22403a', 0.65)
      },
    },
  )
  for (let x = 500; x < 1900; x += 62)
    sheet.lines(
      3.4,
      `${x},${566 + (x % 5) * 8} ${x + 14},${556 + (x % 5) * 8} ${x + 28},${566 + (x % 5) * 8}`,
      `${x + 24},${608 + (x % 3) * 9} ${x + 36},${600 + (x % 3) * 9} ${x + 48},${610 + (x % 3) * 9}`,
    )
  // The gate in the hedge, with its number.
  sheet.shape('1226,664! 1226,520 1276,492 1326,520 1326,664!', { fill: '#8a6a4c', shade: '#604835', reach: [10, 0] })
  sheet.lines(4, '1252,512 1252,660', '1276,498 1276,660', '1301,512 1301,660')
  sheet.ellipse(1276, 560, 27, 27, { fill: '#efe6d0', shade: '#cdbf9f', reach: [4, 5], line: 5 })
  sheet.line('1287,556 1278,546 1267,552 1270,566 1284,565 1287,556 1286,570 1278,580', 5.4)
}

function lawn(sheet: Sheet): void {
  sheet.wash('0,636! 300,650 500,652 1000,646 1500,656 1920,644! 1920,1080! 0,1080!', '#4d7a52')
  sheet.blotches([0, 660, 1920, 160], '#39634a', 0.5, 14, 7)
  sheet.blotches([0, 780, 1920, 300], '#6c965e', 0.34, 16, 9)
  sheet.blotches([0, 860, 1920, 220], '#315844', 0.34, 10, 4)
  sheet.line('430,654 700,648 1000,650 1500,656 1920,646', 5, undefined, 'start')
}

function ownHouse(sheet: Sheet): void {
  sheet.shape('-20,-20! 404,-20! 410,690! -20,706!', {
    fill: '#8d6f5a',
    shade: '#63493e',
    reach: [40, 0],
    inside: () => {
      for (let row = 0; row < 20; row++)
        for (let x = -20 + (row % 2) * 40; x < 410; x += 84)
          if ((row * 7 + x) % 3 !== 0) sheet.line(`${x},${row * 36} ${x + 36},${row * 36 + 1}`, 2.6, '#5a4036')
      sheet.wash('300,0 410,0 410,700 340,700', '#3f3037', 0.4)
    },
  })
  sheet.shape('84,120! 300,120! 300,420! 84,420!', { fill: '#efe3cc', shade: '#b9a582', reach: [8, 8] })
  sheet.shape('106,142! 278,142! 278,398! 106,398!', {
    fill: '#f4cf7c',
    line: 5,
    inside: () => {
      sheet.wash('106,142 150,142 140,280 116,398 106,398', '#a2473a', 0.95)
      sheet.wash('278,142 236,142 246,280 268,398 278,398', '#a2473a', 0.95)
      sheet.wash('176,300 186,240 204,240 214,300', '#fbe9b8', 0.9)
    },
  })
  sheet.line('192,142 192,398', 7, '#efe3cc', 'none')
  sheet.line('106,266 278,266', 7, '#efe3cc', 'none')
  sheet.shape('64,418! 320,418! 326,446! 58,446!', { fill: '#efe3cc', shade: '#b9a582', reach: [4, 8], line: 5 })
  sheet.wash('106,450! 286,450! 640,860! 470,1010 200,1010 40,860!', '#f6d78d', 0.2)
  sheet.shape('396,-10! 420,-10! 424,660! 440,676 436,692! 404,690 398,664!', {
    fill: '#6a7078',
    shade: '#474d57',
    reach: [8, 0],
    line: 5,
  })
  for (const y of [180, 420, 620]) sheet.line(`392,${y} 410,${y + 3} 428,${y}`, 5)
}

function path(sheet: Sheet): void {
  for (const [x, y, w, h] of [
    [470, 742, 88, 15],
    [600, 772, 104, 19],
    [720, 812, 128, 23],
    [660, 868, 150, 28],
    [820, 930, 170, 33],
    [700, 1010, 196, 40],
  ] as const) {
    sheet.ellipse(x, y, w / 1.4, h, { fill: '#9a9488', shade: '#6f6a66', reach: [6, 9], line: 5 })
    sheet.lines(3, `${x - w * 0.3},${y - 4} ${x - w * 0.1},${y + 3}`, `${x + w * 0.1},${y - 6} ${x + w * 0.3},${y - 2}`)
  }
}

function pond(sheet: Sheet): void {
  sheet.shape('1230,850 1330,796 1500,772 1680,786 1790,836 1780,900 1660,950 1480,966 1310,940 1226,900', {
    fill: '#8e8a80',
    shade: '#5f5d5c',
    reach: [8, 12],
  })
  sheet.shape('1264,854 1350,812 1500,792 1662,804 1752,846 1742,892 1640,930 1480,944 1330,920 1262,890', {
    fill: '#3f6079',
    shade: '#2c4660',
    reach: [-20, -16],
    line: 5,
    inside: () => {
      sheet.wash('1420,810 1540,806 1570,860 1500,900 1440,870', '#f0e7c6', 0.42)
      sheet.lines(3.4, '1300,864 1350,858 1400,866', '1580,880 1640,872 1690,882', '1460,914 1520,908 1560,916')
    },
  })
  for (const [x, y, w] of [
    [1350, 884, 44],
    [1620, 836, 38],
  ] as const)
    sheet.shape(
      `${x - w},${y} ${x - w * 0.4},${y - 14} ${x + w * 0.6},${y - 12} ${x + w},${y} ${x + 4},${y + 2}! ${x + w * 0.7},${y + 12} ${x - w * 0.3},${y + 15}`,
      { fill: '#6f955c', shade: '#4d7248', reach: [4, 5], line: 4.4 },
    )
  for (const [x, top] of [
    [1760, 640],
    [1786, 690],
    [1738, 700],
    [1812, 662],
  ] as const) {
    sheet.line(`${x},870 ${x + 4},780 ${x + 12},${top + 40}`, 5)
    sheet.shape(
      `${x + 6},${top + 64} ${x + 8},${top + 10} ${x + 16},${top} ${x + 22},${top + 14} ${x + 18},${top + 64}`,
      { fill: '#7a5138', shade: '#543726', reach: [4, 2], line: 4.4 },
    )
  }
  for (const [x, y] of [
    [1240, 880],
    [1300, 930],
    [1560, 962],
    [1710, 934],
  ] as const)
    sheet.ellipse(x, y, 44, 24, { fill: '#a19b90', shade: '#6f6a66', reach: [7, 8], line: 5 })
}

function grass(sheet: Sheet): void {
  for (let i = 0; i < 64; i++) {
    const [x, y] = [(i * 397 + 60) % 1900, 690 + ((i * 211) % 380)]
    const high = 12 + (y - 690) / 12
    if (x > 1210 && x < 1800 && y > 770 && y < 960) continue
    sheet.lines(
      3 + (y - 690) / 200,
      `${x},${y} ${x - 4},${y - high * 0.6} ${x - 9},${y - high}`,
      `${x + 7},${y} ${x + 8},${y - high * 0.7} ${x + 12},${y - high * 1.2}`,
      `${x + 14},${y} ${x + 20},${y - high * 0.5} ${x + 25},${y - high * 0.8}`,
    )
  }
}
