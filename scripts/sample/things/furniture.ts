import { brass, leather, white } from '../palette'
import { Sheet } from '../sheet'

/** A buttoned leather couch, one corner worn. */
export function leatherCouch(): Sheet {
  const sheet = new Sheet(1400, 690)
  for (const [x, y] of [
    [150, 596],
    [1230, 596],
    [330, 612],
    [1060, 612],
  ] as const)
    sheet.shape(
      `${x},${y}! ${x + 54},${y}! ${x + 44},${y + 74} ${x + 30},${y + 84} ${x + 16},${y + 82} ${x + 8},${y + 60}`,
      { fill: '#5a3b2b', shade: '#3f2a22', reach: [10, 4], line: 6 },
    )
  const skin = { fill: leather[0], shade: leather[1] } as const
  // The back with its buttons.
  sheet.shape('176,420 150,240 168,120 230,62 420,40 700,32 980,40 1170,62 1232,120 1250,240 1224,420', {
    ...skin,
    reach: [26, 10],
    inside: () => {
      sheet.wash('170,110 300,60 700,46 1100,60 1230,110 1180,132 700,96 220,132', '#bd7a50', 0.8)
      sheet.wash('160,330 700,350 1240,330 1240,440 160,440', leather[1], 0.55)
    },
  })
  for (const row of [0, 1]) {
    for (let i = 0; i < 8 - row; i++) {
      const [x, y] = [262 + row * 62 + i * 126, 150 + row * 104]
      sheet.dot(x, y, 9, 8)
      sheet.dot(x - 2, y - 2, 4, 3, '#bd7a50')
      sheet.lines(
        4,
        `${x - 8},${y - 8} ${x - 30},${y - 30} ${x - 52},${y - 46}`,
        `${x + 8},${y - 8} ${x + 30},${y - 30} ${x + 52},${y - 46}`,
      )
      if (row) sheet.line(`${x},${y + 10} ${x + 3},${y + 50} ${x},${y + 86}`, 4)
    }
  }
  // Seat cushions.
  sheet.shape('206,384 330,366 560,362 690,372 700,440 690,500 560,506 320,506 200,500 190,440', {
    ...skin,
    reach: [20, 26],
    inside: () => sheet.wash('214,386 400,372 660,376 690,392 420,400 230,408', '#c08055', 0.8),
  })
  sheet.shape('704,372 840,362 1070,366 1194,384 1210,440 1200,500 1080,506 840,506 708,500 698,440', {
    ...skin,
    reach: [20, 26],
    inside: () => sheet.wash('716,386 900,372 1160,378 1184,392 920,400 730,408', '#c08055', 0.8),
  })
  sheet.lines(
    4,
    '230,470 400,482 640,474',
    '740,474 960,482 1170,468',
    '420,420 470,414 500,424',
    '900,414 960,420 1010,412',
  )
  // Front rail.
  sheet.shape('190,498 700,512 1210,498! 1214,560 1200,606! 700,620 200,606! 186,560', {
    ...skin,
    reach: [20, 22],
    inside: () => sheet.wash('190,560 700,576 1210,560 1210,620 190,620', leather[1], 0.7),
  })
  sheet.line('206,592 700,604 1196,592', 3.6)
  // Arms, rolled.
  for (const side of [1, -1] as const) {
    const x = (px: number) => (side === 1 ? px : 1400 - px)
    sheet.shape(
      `${x(214)},300 ${x(120)},292 ${x(60)},322 ${x(54)},384 ${x(92)},420! ${x(104)},520 ${x(110)},612! ${x(160)},624 ${x(212)},612! ${x(216)},520 ${x(222)},420! ${x(248)},380 ${x(246)},330`,
      { ...skin, reach: [16, 12] },
    )
    sheet.line(`${x(92)},420 ${x(150)},432 ${x(222)},420`, 5)
    sheet.line(`${x(150)},330 ${x(112)},340 ${x(108)},372 ${x(136)},390 ${x(166)},376 ${x(160)},350 ${x(138)},352`, 4.4)
    for (let i = 0; i < 6; i++) sheet.dot(x(116 + i * 19), 442, 5, 5, brass[0])
  }
  sheet.hatch('1236,460 1240,520 1240,590', [-40, 12], 13)
  sheet.hatch('240,560 460,572 680,576', [8, 24], 24)
  sheet.lines(3.4, '1196,330 1214,342', '1190,342 1206,356', '1204,322 1222,332')
  return sheet
}

/** A standing lamp with a pleated shade; lit, or dead with its chain still swinging. */
export function standingLamp(lit: boolean): Sheet {
  const sheet = new Sheet(430, 1400)
  const shade = lit ? (['#f7dfa4', '#e2b766'] as const) : (['#a79b89', '#7f7468'] as const)
  sheet.shape('203,330! 202,700 200,1000 198,1320! 232,1320! 230,1000 228,700 227,330!', {
    fill: brass[0],
    shade: brass[1],
    reach: [9, 0],
    line: 6,
  })
  for (const y of [660, 1010, 1250])
    sheet.shape(`194,${y} 215,${y - 14} 236,${y} 240,${y + 16} 215,${y + 30} 190,${y + 16}`, {
      fill: brass[0],
      shade: brass[1],
      reach: [9, 5],
      line: 6,
    })
  sheet.shape('118,1372 130,1346 176,1330 215,1326 254,1330 300,1346 312,1372 290,1390 215,1397 140,1390', {
    fill: brass[0],
    shade: brass[1],
    reach: [12, 9],
    line: 6.6,
    inside: () => sheet.wash('140,1356 190,1338 230,1336 180,1356 150,1370', '#e6c27c', 0.9),
  })
  sheet.line('136,1378 215,1386 296,1376', 3.6)
  sheet.shape('124,40! 215,28 306,40! 340,140 376,250 400,340! 350,360 215,370 80,360 30,340! 54,250 90,140', {
    fill: shade[0],
    shade: shade[1],
    reach: [34, 10],
    inside: () => {
      if (lit) sheet.wash('140,60 215,56 250,140 262,260 240,340 150,340 100,300 110,180', '#fdf0c8', 0.9)
      sheet.wash('30,330 215,350 400,330 400,370 30,370', shade[1], 0.6)
    },
  })
  for (const [x, end] of [
    [150, 92],
    [176, 140],
    [204, 190],
    [232, 244],
    [258, 296],
    [282, 340],
  ] as const)
    sheet.line(`${x},44 ${(x + end) / 2},190 ${end},350`, 3.2)
  sheet.line('122,56 215,46 308,56', 4)
  sheet.line('34,330 80,346 215,356 350,346 396,330', 4)
  for (let x = 52; x < 390; x += 22)
    sheet.line(
      `${x},${354 + Math.sin((x / 430) * Math.PI) * 12} ${x + 1},${384 + Math.sin((x / 430) * Math.PI) * 12}`,
      5,
      lit ? '#b98840' : '#5f564d',
    )
  sheet.line(lit ? '252,366 253,420 252,470' : '252,366 270,420 276,468', 3.4)
  sheet.ellipse(lit ? 252 : 277, 480, 8, 11, { fill: brass[0], shade: brass[1], reach: [3, 3], line: 4 })
  return sheet
}

/** The bistro's round table under its cloth, with a candle and three cups. */
export function bistroTable(): Sheet {
  const sheet = new Sheet(1200, 760)
  sheet.shape(
    '120,220 100,360 130,470 112,600 150,700! 220,676 280,716 360,690 430,730 520,698 600,740 690,700 770,732 850,692 920,718 980,678 1050,702! 1088,600 1070,470 1100,360 1080,220',
    {
      fill: white[0],
      shade: white[1],
      reach: [40, 10],
      inside: () => {
        for (const [x, w] of [
          [190, 34],
          [330, 46],
          [480, 40],
          [640, 52],
          [800, 44],
          [940, 40],
        ] as const)
          sheet.wash(
            `${x},260 ${x + w},420 ${x + w * 1.3},560 ${x + w},740 ${x - w * 0.2},740 ${x + w * 0.2},560 ${x},400`,
            white[1],
            0.75,
          )
        for (const y of [520, 560])
          for (let x = 90; x < 1110; x += 48)
            sheet.wash(`${x},${y}! ${x + 24},${y + 4}! ${x + 24},${y + 26}! ${x},${y + 22}!`, '#b8493c', 0.55)
      },
    },
  )
  sheet.lines(
    4,
    '214,270 240,420 226,640',
    '360,300 380,470 364,670',
    '520,310 536,480 524,680',
    '690,310 706,500 694,680',
    '850,300 866,460 854,660',
    '980,270 1000,420 990,640',
  )
  sheet.shape('96,220 180,140 380,98 600,90 820,98 1020,140 1104,220 1030,286 830,322 600,330 370,322 170,286', {
    fill: '#fbf7ee',
    shade: white[1],
    reach: [10, 16],
    line: 7,
  })
  cup(sheet, 300, 218)
  cup(sheet, 620, 262)
  cup(sheet, 900, 206)
  // The candle.
  sheet.shape('520,204 560,190 600,204 596,222 560,230 524,222', {
    fill: brass[0],
    shade: brass[1],
    reach: [6, 6],
    line: 5,
  })
  sheet.shape('544,200! 542,110 578,110 576,200!', { fill: '#efe2c2', shade: '#cdbb94', reach: [8, 2], line: 5 })
  sheet.glow(560, 80, 120, '#ffd98a', 0.85)
  sheet.shape('560,36! 574,70 572,92 560,100 548,92 548,70', {
    fill: '#f6c65a',
    shade: '#e08a35',
    reach: [4, 5],
    line: 4.4,
  })
  sheet.hatch('1078,360 1066,480 1076,600', [-40, 8], 15)
  return sheet
}

function cup(sheet: Sheet, x: number, y: number): void {
  sheet.ellipse(x, y + 24, 62, 17, { fill: '#f4eee2', shade: '#c8beae', reach: [4, 5], line: 5 })
  sheet.shape(
    `${x + 34},${y - 14} ${x + 58},${y - 18} ${x + 60},${y + 4} ${x + 34},${y + 14} ${x + 32},${y + 6} ${x + 48},${y} ${x + 48},${y - 8} ${x + 34},${y - 4}`,
    { fill: '#f4eee2', line: 4 },
  )
  sheet.shape(
    `${x - 38},${y - 26}! ${x - 34},${y + 4} ${x - 18},${y + 22} ${x + 18},${y + 22} ${x + 34},${y + 4} ${x + 38},${y - 26}!`,
    { fill: '#f4eee2', shade: '#c8beae', reach: [12, 4], line: 5 },
  )
  sheet.ellipse(x, y - 26, 38, 10, { fill: '#8a5a34', line: 4.4 })
}
