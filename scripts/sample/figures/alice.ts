import { blue, mustard, redHair, skinPale } from '../palette'
import { Sheet } from '../sheet'
import { drawFace, type Face } from './face'
import { hangingHand, shoe } from './limbs'

const width = 640
const height = 1400
const boots = ['#57604d', '#3c4438'] as const
const tights = ['#4c4650', '#343038'] as const
const lining = '#7d5a24'

const face: Face = {
  skin: skinPale,
  nose: 'small',
  mouth: 'flat',
  eyes: 'wide',
  brow: { width: 6, colour: '#7d2f1f', raise: 5 },
  lashes: true,
  lips: '#c56e60',
  cheeks: '#e39a80',
}

/** Alice in a yellow raincoat, wet, hood down, one hand in her pocket. */
export function aliceInRaincoat(): Sheet {
  const sheet = new Sheet(width, height)
  hairBehind(sheet)
  leg(sheet, 268, tights)
  leg(sheet, 382, tights)
  wellington(sheet, 268)
  wellington(sheet, 388)
  sheet.shape('262,262 232,232 262,206 322,228 392,212 428,240 396,276 330,300', { fill: lining, line: 6 })
  neck(sheet)
  // Coat: collar to hem, flaring.
  sheet.shape(
    '270,258 226,274 196,306 192,372 206,470 214,540 190,690 152,860 138,952 196,974 290,986 388,982 468,966 508,948 492,850 456,680 438,540 444,450 464,372 462,312 434,276 392,256 344,300!',
    {
      fill: mustard[0],
      shade: mustard[1],
      reach: [30, 4],
      inside: () => {
        sheet.wash('214,540 240,640 214,800 180,960 138,952 152,860 190,690', mustard[1], 0.4)
        sheet.wash('372,560 400,700 404,840 396,984 440,975 430,800 410,640', mustard[1], 0.55)
        sheet.wash('262,560 272,700 262,860 254,980 286,985 292,860 288,700', mustard[1], 0.38)
        sheet.wash('206,330 222,400 226,470 210,470 192,372', mustard[1], 0.5)
      },
    },
  )
  // Front edge with its flap and snaps.
  sheet.lines(5, '346,302 372,440 378,560 372,760 360,984', '388,300 402,440 404,560 400,700')
  for (const [x, y] of [
    [388, 380],
    [393, 474],
    [392, 570],
    [389, 668],
  ] as const)
    sheet.ellipse(x, y, 8, 9, { fill: '#f1d690', line: 3.6 })
  // Collar.
  sheet.shape('270,258! 262,282 284,330 340,372! 346,304! 312,282', {
    fill: mustard[0],
    shade: mustard[1],
    reach: [10, 4],
    line: 6,
  })
  sheet.shape('392,256! 410,286 398,330 350,372! 346,304! 374,284', {
    fill: mustard[0],
    shade: mustard[1],
    reach: [12, 4],
    line: 6,
  })
  sheet.line('214,552 300,566 380,560 438,550', 4.4)
  sheet.lines(
    3.8,
    '236,590 224,680 196,790',
    '250,572 246,612',
    '424,572 432,630 452,720',
    '300,572 302,640',
    '308,720 300,820 292,930',
  )
  sheet.hatch('470,700 484,800 500,910', [-30, 12], 15)
  // Her left arm, the hand in the pocket.
  sheet.shape(
    '440,282 480,318 508,400 530,496 524,548 494,610 462,664 430,690! 404,648! 430,590 446,530 440,470 428,400',
    {
      fill: mustard[0],
      shade: mustard[1],
      reach: [16, 6],
      inside: () => sheet.wash('446,530 470,520 500,500 530,496 524,548 480,560', mustard[1], 0.5),
    },
  )
  sheet.lines(4, '450,528 480,520 500,500', '452,548 484,546', '440,440 446,470')
  sheet.line('390,650 420,690 450,706', 7)
  sheet.line('382,660 414,704 444,718', 3.4)
  // Her right arm, hanging.
  sheet.placed(176, 716, 4, 0.92, () => hangingHand(sheet, skinPale))
  sheet.shape(
    '222,280 188,310 170,390 152,480 144,560 146,640 142,722! 176,734 212,724! 216,640 222,560 230,480 240,400 240,320',
    {
      fill: mustard[0],
      shade: mustard[1],
      reach: [18, 4],
      inside: () => sheet.wash('150,500 186,520 224,510 222,560 180,556 146,552', mustard[1], 0.45),
    },
  )
  sheet.lines(4, '150,506 182,522 206,516', '224,540 192,548', '146,678 178,690 214,680', '210,330 200,380')
  sheet.hatch('232,470 226,560 218,650', [-24, 9], 15)
  // Head.
  sheet.placed(334, 138, -2, 0.96, () => {
    drawFace(sheet, face)
    hairInFront(sheet)
  })
  // Rain that has not yet fallen off her.
  for (const [x, y] of [
    [128, 1000],
    [500, 990],
    [330, 1010],
    [186, 842],
    [222, 996],
  ] as const)
    drop(sheet, x, y)
  return sheet
}

/** Alice in her blue dress, both hands seen. */
export function aliceInDress(): Sheet {
  const sheet = new Sheet(width, height)
  hairBehind(sheet)
  bareLeg(sheet, 286)
  bareLeg(sheet, 366)
  sheet.placed(284, 1328, 0, 0.86, () => flat(sheet))
  sheet.placed(366, 1336, 0, 0.86, () => flat(sheet))
  neck(sheet)
  // Her left arm, bent, behind the skirt's fold.
  sheet.shape(
    '430,330 462,360 500,420 536,486 540,510 520,524 470,534 418,548! 408,516! 452,500 478,492 456,456 430,420',
    { fill: skinPale[0], shade: skinPale[1], reach: [12, 6], line: 6 },
  )
  sheet.shape(
    '274,268 232,286 214,320 226,400 240,470 244,530 216,640 176,780 150,900 146,944 210,966 300,978 392,974 466,958 500,938 486,840 456,700 424,590 412,530 422,450 436,380 436,320 416,284 388,268 352,312 312,306',
    {
      fill: blue[0],
      shade: blue[1],
      reach: [26, 4],
      inside: () => {
        sheet.wash('244,530 262,640 236,800 214,964 150,944 176,780', blue[1], 0.42)
        sheet.wash('352,560 388,720 392,860 380,976 428,968 424,820 398,660', blue[1], 0.55)
        sheet.wash('292,570 308,700 296,860 286,978 316,978 324,840 316,690', blue[1], 0.4)
        sheet.wash('250,380 300,420 350,424 410,390 412,440 340,456 252,432', blue[1], 0.45)
      },
    },
  )
  sheet.shape('242,514 300,530 370,528 414,514 414,552 372,566 300,568 242,552', { fill: '#345b7d', line: 5 })
  sheet.lines(
    4,
    '264,580 246,700 212,860',
    '300,576 306,700 292,900',
    '350,574 378,720 384,900',
    '392,566 424,690 452,850',
    '262,420 300,436',
    '400,406 372,430',
    '350,312 352,360',
  )
  sheet.hatch('448,720 468,810 484,900', [-30, 12], 15)
  // Collar and short sleeves.
  sheet.shape('270,266! 256,296 290,336 332,326! 316,300', {
    fill: '#efe7d6',
    shade: '#cfc6b6',
    reach: [6, 4],
    line: 5,
  })
  sheet.shape('390,266! 410,292 390,334 352,326! 368,300', {
    fill: '#efe7d6',
    shade: '#cfc6b6',
    reach: [6, 4],
    line: 5,
  })
  // The hand that holds the other arm.
  sheet.shape(
    '424,512! 400,508 376,520 352,532 344,546 356,554 376,546 366,562 378,568 396,556 392,572 404,574 420,556 428,546!',
    { fill: skinPale[0], shade: skinPale[1], reach: [4, 6], line: 5.2 },
  )
  sheet.lines(3.2, '376,546 390,540', '396,556 406,548')
  sheet.placed(180, 716, 6, 0.9, () => hangingHand(sheet, skinPale))
  sheet.shape('226,330 206,400 186,480 172,560 166,640 158,720! 182,730 202,724! 210,640 222,560 240,480 252,400', {
    fill: skinPale[0],
    shade: skinPale[1],
    reach: [12, 4],
    line: 6,
  })
  sheet.shape('240,282 206,304 190,360 186,420 220,436 256,430 260,360 258,310', {
    fill: blue[0],
    shade: blue[1],
    reach: [14, 5],
    line: 6.4,
  })
  sheet.shape('420,286 446,312 468,370 478,418 456,436 424,430 418,380 412,330', {
    fill: blue[0],
    shade: blue[1],
    reach: [14, 5],
    line: 6.4,
  })
  sheet.lines(3.6, '196,412 222,424 250,416', '430,420 456,422')
  sheet.placed(334, 138, -2, 0.96, () => {
    drawFace(sheet, { ...face, mouth: 'crooked', eyes: 'open' })
    hairInFront(sheet)
  })
  return sheet
}

function neck(sheet: Sheet): void {
  sheet.shape('296,196 298,250 284,284 340,316 388,282 372,250 370,214', {
    fill: skinPale[0],
    shade: skinPale[1],
    reach: [10, 0],
    line: 5.6,
    inside: () => sheet.wash('290,196 300,232 350,252 380,240 376,196', skinPale[1], 0.85),
  })
}

function leg(sheet: Sheet, x: number, [colour, shade]: readonly [string, string]): void {
  sheet.shape(
    `${x - 52},900 ${x - 46},1010 ${x - 38},1080 ${x - 44},1160 ${x - 32},1260 ${x - 24},1350 ${x + 22},1350 ${x + 26},1260 ${x + 40},1160 ${x + 34},1070 ${x + 44},1000 ${x + 48},900`,
    { fill: colour, shade, reach: [16, 0], line: 6 },
  )
  sheet.line(`${x - 10},1052 ${x + 8},1060 ${x + 22},1050`, 3.4)
}

function bareLeg(sheet: Sheet, x: number): void {
  sheet.shape(
    `${x - 42},900 ${x - 36},1000 ${x - 27},1070 ${x - 36},1150 ${x - 26},1250 ${x - 17},1345 ${x + 19},1345 ${x + 19},1250 ${x + 30},1150 ${x + 24},1066 ${x + 36},1000 ${x + 42},900`,
    { fill: skinPale[0], shade: skinPale[1], reach: [14, 0], line: 6 },
  )
  sheet.line(`${x - 8},1050 ${x + 6},1058 ${x + 18},1048`, 3.4)
  sheet.line(`${x - 22},1180 ${x - 18},1230`, 3)
}

function wellington(sheet: Sheet, x: number): void {
  sheet.shape(
    `${x - 56},1120! ${x - 46},1210 ${x - 44},1300 ${x - 50},1372 ${x - 44},1390! ${x + 40},1392 ${x + 98},1390! ${x + 104},1366 ${x + 82},1342 ${x + 48},1322 ${x + 44},1220 ${x + 54},1120! ${x},1132`,
    {
      fill: boots[0],
      shade: boots[1],
      reach: [18, 6],
      inside: () =>
        sheet.wash(
          `${x - 30},1150 ${x - 22},1250 ${x - 24},1330 ${x - 14},1330 ${x - 12},1250 ${x - 18},1150`,
          '#7d8770',
          0.8,
        ),
    },
  )
  sheet.lines(
    4,
    `${x - 54},1146 ${x},1158 ${x + 50},1146`,
    `${x - 47},1374 ${x + 20},1376 ${x + 100},1372`,
    `${x + 44},1316 ${x + 24},1304`,
    `${x + 43},1296 ${x + 16},1284`,
  )
}

function flat(sheet: Sheet): void {
  sheet.placed(0, 0, 0, 1, () => shoe(sheet, ['#7a3b36', '#552827'], 0.92))
}

function hairBehind(sheet: Sheet): void {
  sheet.shape(
    '330,34 262,54 230,120 226,200 208,270 222,330 262,352 300,330 330,300 372,322 402,300 416,240 404,160 400,90',
    { fill: redHair[1], line: 7 },
  )
}

/** On the head, 200 pixels high, its middle at the origin: parted at the side, behind the ear, wet at the ends. */
function hairInFront(sheet: Sheet): void {
  sheet.shape(
    '18,-82! -8,-58 -26,-24 -34,6 -40,40 -46,84 -52,140 -62,196 -84,214! -106,206 -112,150 -104,80 -100,10 -90,-54 -60,-100 -8,-116 44,-104 72,-66 76,-16 70,14 84,70 80,120 66,150! 62,96 66,40 60,-14 50,-50',
    {
      fill: redHair[0],
      shade: redHair[1],
      reach: [13, 5],
      line: 6.6,
      inside: () => {
        sheet.wash('-96,60 -78,90 -74,160 -84,214 -112,200 -112,120', redHair[1], 0.7)
        sheet.wash('-58,-76 -22,-96 4,-92 -20,-66 -44,-30 -62,0 -70,-34', '#d06a45', 0.75)
      },
    },
  )
  sheet.lines(
    3.6,
    '14,-84 -22,-70 -50,-30 -60,20 -66,90 -70,160',
    '-84,-40 -88,30 -92,100 -92,160',
    '-44,6 -52,60 -58,120',
    '20,-92 52,-74 64,-34',
    '-30,-92 -64,-64 -78,-20',
  )
}

function drop(sheet: Sheet, x: number, y: number): void {
  sheet.shape(`${x},${y}! ${x + 7},${y + 15} ${x},${y + 22} ${x - 7},${y + 15}`, { fill: '#dfe9ee', line: 3.4 })
}
