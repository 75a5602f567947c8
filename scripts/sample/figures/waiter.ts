import { black, brass, darkHair, skinBrown, white } from '../palette'
import { Sheet } from '../sheet'
import { drawEar, drawFace } from './face'
import { hangingHand, palmUp, shoe } from './limbs'

/** The waiter: white jacket, black tie, long apron, a tray at the shoulder; he is already elsewhere. */
export function waiterInWhite(): Sheet {
  const sheet = new Sheet(760, 1400)
  sheet.placed(296, 1328, 0, 0.98, () => shoe(sheet, black))
  sheet.placed(426, 1334, 0, 0.98, () => shoe(sheet, black))
  for (const x of [300, 424])
    sheet.shape(
      `${x - 58},1080 ${x - 48},1200 ${x - 46},1330! ${x},1344 ${x + 48},1330! ${x + 52},1200 ${x + 60},1080`,
      { fill: black[0], shade: black[1], reach: [16, 0], line: 6 },
    )
  sheet.shape('318,196 320,250 306,280 360,320 410,280 400,250 398,214', {
    fill: skinBrown[0],
    shade: skinBrown[1],
    reach: [10, 0],
    line: 5.6,
  })
  apron(sheet)
  jacket(sheet)
  rightArm(sheet)
  trayArm(sheet)
  sheet.placed(356, 134, 1, 0.94, () => head(sheet))
  return sheet
}

function apron(sheet: Sheet): void {
  sheet.shape('228,700 222,840 214,1000 216,1160! 290,1184 370,1190 440,1184 502,1160! 506,1000 498,840 490,700', {
    fill: white[0],
    shade: white[1],
    reach: [30, 6],
    inside: () => {
      sheet.wash('362,740 384,900 392,1180 434,1180 424,960 404,780', white[1], 0.8)
      sheet.wash('262,760 272,920 260,1180 292,1184 300,960', white[1], 0.6)
    },
  })
  sheet.lines(4, '270,770 274,920 262,1100', '330,790 334,900', '400,780 420,960 428,1120', '452,780 462,900')
  sheet.hatch('490,900 492,1010 490,1120', [-30, 10], 15)
}

function jacket(sheet: Sheet): void {
  sheet.shape(
    '304,262 252,284 214,308 200,350 214,460 228,570 220,660 216,730! 290,752 362,758 440,752 506,730! 502,660 490,570 504,460 516,350 500,308 462,284 412,262! 362,300',
    {
      fill: white[0],
      shade: white[1],
      reach: [26, 6],
      inside: () => sheet.wash('226,570 250,650 244,750 212,740 218,660', white[1], 0.7),
    },
  )
  sheet.shape('318,262! 332,320 362,352 392,318 404,262! 362,300', { fill: '#fbf8f1', line: 4.6 })
  sheet.shape('304,262! 282,288 284,360 358,500! 346,400 326,320', {
    fill: white[0],
    shade: white[1],
    reach: [8, 4],
    line: 5.6,
  })
  sheet.shape('412,262! 436,288 436,360 362,500! 378,400 398,320', {
    fill: white[0],
    shade: white[1],
    reach: [8, 4],
    line: 5.6,
  })
  sheet.shape('362,312! 330,296 322,312 328,332 362,322! 396,332 402,312 394,296', {
    fill: black[0],
    shade: black[1],
    reach: [3, 4],
    line: 4.6,
  })
  sheet.line('360,500 364,640 362,756', 5)
  for (const y of [540, 606, 672])
    for (const x of [334, 392]) sheet.ellipse(x, y, 8, 8, { fill: brass[0], shade: brass[1], reach: [3, 3], line: 3.4 })
  sheet.lines(4, '242,560 270,590', '480,560 456,590', '232,700 290,716', '300,600 286,640')
  sheet.shape('430,396! 444,376 456,384 466,370 478,396!', { fill: '#a8443a', line: 4 })
}

function rightArm(sheet: Sheet): void {
  sheet.placed(196, 752, 4, 0.98, () => hangingHand(sheet, skinBrown))
  sheet.shape(
    '244,290 206,312 182,370 168,460 160,560 160,660 164,742! 196,754 230,746! 236,660 244,560 254,460 262,380',
    {
      fill: white[0],
      shade: white[1],
      reach: [18, 4],
      inside: () => sheet.wash('160,540 196,560 242,550 238,590 196,604 160,592', white[1], 0.7),
    },
  )
  sheet.lines(4, '166,546 196,562 222,556', '236,590 206,600', '164,716 198,726 232,718', '226,350 216,410')
  // A napkin over the arm.
  sheet.shape('148,596! 190,606 250,590! 258,640 252,720 246,776! 214,786 176,780 150,770! 152,690', {
    fill: '#fbf8f1',
    shade: white[1],
    reach: [12, 6],
    line: 6,
  })
  sheet.lines(3.6, '190,620 194,700 188,772', '222,618 226,700')
}

function trayArm(sheet: Sheet): void {
  tray(sheet)
  sheet.placed(566, 300, -64, 0.9, () => palmUp(sheet, skinBrown))
  sheet.shape(
    '470,286 514,310 546,380 572,440 580,430 566,372 548,318! 598,296! 618,370 634,450 626,510 592,536 548,516 508,470 480,410',
    {
      fill: white[0],
      shade: white[1],
      reach: [16, 10],
      inside: () => sheet.wash('540,430 580,430 620,430 630,500 590,530 550,500', white[1], 0.7),
    },
  )
  sheet.lines(4, '560,436 574,454 598,462', '540,456 556,476', '566,360 574,410', '550,330 574,334 602,318')
}

function tray(sheet: Sheet): void {
  // Two glasses and a covered dish.
  sheet.shape('470,206! 474,150 500,112 546,96 592,112 618,150 622,206!', {
    fill: '#c9c6c0',
    shade: '#97939a',
    reach: [16, 6],
    inside: () => sheet.wash('492,190 496,150 524,118 514,160 510,196', '#eeeae2', 0.9),
  })
  sheet.ellipse(546, 88, 13, 12, { fill: brass[0], shade: brass[1], reach: [4, 4], line: 5 })
  sheet.shape('642,206! 644,190 654,176! 640,150 640,116! 690,116! 690,150 676,176! 686,190 690,206!', {
    fill: '#d9e3e2',
    shade: '#aebdbd',
    reach: [6, 3],
    line: 5,
  })
  sheet.wash('643,138 687,138 686,152 672,170 658,170 645,154', '#8c3b48', 0.9)
  sheet.shape('410,210 470,200 570,198 670,200 730,210 728,226 660,238 570,242 470,238 412,226', {
    fill: brass[0],
    shade: brass[1],
    reach: [8, 8],
    line: 6,
  })
  sheet.line('424,220 500,230 580,232 660,228 716,219', 3.6)
}

function head(sheet: Sheet): void {
  drawEar(sheet, skinBrown)
  drawFace(sheet, { skin: skinBrown, nose: 'long', mouth: 'flat', eyes: 'tired', brow: { width: 8, raise: 3 } })
  sheet.shape('32,46! 14,44 -2,54 -12,50! -2,66 16,62 32,54 46,60 62,62 68,46! 60,52 46,43', {
    fill: darkHair[0],
    line: 3.4,
  })
  sheet.shape('-46,12! -60,10 -78,-24 -74,-76 -38,-112 14,-120 56,-100 68,-60 58,-44! 46,-70 10,-84 -20,-76 -40,-42', {
    fill: darkHair[0],
    shade: darkHair[1],
    reach: [10, 5],
    line: 6.4,
    inside: () => sheet.wash('-50,-74 -20,-102 26,-104 -8,-92 -36,-62', '#6b5c5c', 0.9),
  })
  sheet.lines(3, '-34,-66 4,-92 44,-84', '-44,-46 -20,-86 26,-100')
}
