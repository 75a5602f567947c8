import { black, darkHair, grey, skin, white } from '../palette'
import { Sheet } from '../sheet'
import { drawEar, drawFace } from './face'
import { hangingHand, shoe } from './limbs'

const tie = ['#8c3b39', '#652a2c'] as const

/** Bob: tall, dark beard, grey suit, a man who waits with one hand in his pocket. */
export function bobInSuit(): Sheet {
  const sheet = new Sheet(660, 1400)
  sheet.placed(262, 1328, 0, 0.98, () => shoe(sheet, black, 1.02))
  sheet.placed(408, 1332, 0, 0.98, () => shoe(sheet, black, 1.02))
  trousers(sheet)
  shirt(sheet)
  jacket(sheet)
  arms(sheet)
  sheet.placed(340, 134, -1, 0.95, () => head(sheet))
  return sheet
}

function trousers(sheet: Sheet): void {
  const cloth = { fill: grey[0], shade: grey[1], reach: [20, 0] as const }
  sheet.shape('338,720 350,900 364,1080 366,1220 362,1334! 398,1346 452,1334! 462,1200 470,1060 480,880 478,720', {
    ...cloth,
    inside: () => sheet.wash('340,720 372,900 384,1100 382,1340 360,1340 362,1100', grey[1], 0.8),
  })
  sheet.shape(
    '204,700 206,880 214,1060 216,1220 218,1330! 262,1342 312,1330! 322,1200 332,1060 344,900 362,760 352,700',
    { ...cloth, inside: () => sheet.wash('300,740 330,800 344,760 360,700 362,820 330,1000 320,900', grey[1], 0.8) },
  )
  sheet.lines(
    4,
    '262,780 264,1000 266,1320',
    '414,800 420,1000 414,1326',
    '352,780 336,806 318,818',
    '222,1030 246,1042 262,1040',
    '220,1290 244,1302 262,1296',
    '372,1296 398,1308 420,1300',
    '360,840 350,880',
  )
  sheet.hatch('472,900 468,1040 458,1200', [-26, 10], 16)
}

function shirt(sheet: Sheet): void {
  sheet.shape('296,180 298,250 280,290 350,420 420,290 388,250 388,200', {
    fill: skin[0],
    shade: skin[1],
    reach: [8, 0],
    line: 5.6,
  })
  sheet.shape('292,238! 286,280 300,420 346,560 404,420 408,280 396,244! 376,276 346,300 316,274', {
    fill: white[0],
    shade: white[1],
    reach: [14, 0],
    line: 5.6,
  })
  sheet.shape('330,296! 346,288 366,294! 370,318 360,334! 386,500 356,566 326,506 336,334! 324,318', {
    fill: tie[0],
    shade: tie[1],
    reach: [9, 3],
    line: 5,
  })
  sheet.line('334,334 348,338 361,333', 3.6)
  sheet.shape('292,238! 276,274 312,318! 344,298! 312,272', { fill: white[0], shade: white[1], reach: [5, 3], line: 5 })
  sheet.shape('396,244! 414,276 390,318! 348,298! 378,276', { fill: white[0], shade: white[1], reach: [5, 3], line: 5 })
}

function jacket(sheet: Sheet): void {
  sheet.shape(
    '284,262 236,282 192,304 176,340 186,440 206,560 204,640 190,740 192,776! 270,790 346,790! 353,742! 364,790! 430,792 496,776! 494,720 478,640 476,560 494,440 504,340 488,304 446,282 408,264! 404,360 382,480 360,596! 330,480 300,360!',
    {
      fill: grey[0],
      shade: grey[1],
      reach: [24, 4],
      inside: () => {
        sheet.wash('206,560 232,640 222,780 186,780 190,700', grey[1], 0.6)
        sheet.wash('364,600 384,680 380,790 362,790 352,740', grey[1], 0.7)
        sheet.wash('176,330 206,420 216,540 196,540', grey[1], 0.55)
      },
    },
  )
  sheet.shape('284,262! 262,290 250,368 276,384! 266,404 346,590! 336,480 304,370', {
    fill: '#8b919b',
    shade: grey[1],
    reach: [8, 3],
    line: 5.6,
  })
  sheet.shape('408,264! 428,290 436,368 414,384! 424,404 362,592! 376,480 398,370', {
    fill: '#8b919b',
    shade: grey[1],
    reach: [8, 3],
    line: 5.6,
  })
  sheet.line('350,592 356,690 340,784', 5)
  sheet.ellipse(372, 632, 7, 8, { fill: '#4a4f59', line: 3 })
  sheet.ellipse(370, 704, 7, 8, { fill: '#4a4f59', line: 3 })
  sheet.lines(
    4,
    '220,664 252,672 286,670',
    '222,676 254,684 286,682',
    '410,668 440,672 466,664',
    '320,600 280,584',
    '318,616 286,610',
    '412,360 440,372 458,368',
    '232,560 250,540',
    '440,560 420,540',
  )
  sheet.shape('426,372! 438,354 448,362 458,348 466,372!', { fill: white[0], line: 4 })
}

function arms(sheet: Sheet): void {
  // His left arm, the hand in his trouser pocket.
  sheet.shape(
    '466,290 506,322 532,400 556,500 562,548 546,610 514,680 478,728! 440,694! 470,640 492,566 476,480 462,400',
    {
      fill: grey[0],
      shade: grey[1],
      reach: [20, 6],
      inside: () => sheet.wash('478,560 520,546 560,540 552,600 492,610', grey[1], 0.6),
    },
  )
  sheet.shape('440,694! 478,728! 470,742 432,708', { fill: white[0], line: 4.6 })
  sheet.lines(4, '486,568 520,552 548,530', '492,590 524,584', '478,430 484,476', '506,352 524,402')
  // His right arm.
  sheet.placed(164, 752, 3, 1.02, () => hangingHand(sheet, skin))
  sheet.shape('148,742! 196,750! 196,766 146,760', { fill: white[0], line: 4.6 })
  sheet.shape(
    '222,286 182,304 158,356 142,450 132,560 134,650 138,740! 170,754 206,746! 214,650 222,560 234,450 242,350',
    {
      fill: grey[0],
      shade: grey[1],
      reach: [20, 4],
      inside: () => sheet.wash('132,530 170,552 216,534 216,580 170,596 134,584', grey[1], 0.55),
    },
  )
  sheet.lines(4, '138,536 170,554 200,548', '214,580 180,590', '212,340 204,400', '150,720 180,730')
  sheet.hatch('226,500 216,600 208,700', [-24, 9], 15)
}

function head(sheet: Sheet): void {
  drawEar(sheet, skin)
  drawFace(sheet, { skin, nose: 'long', mouth: 'flat', eyes: 'tired', brow: { width: 10, raise: -1 }, jaw: 3 })
  sheet.shape(
    '-62,-6! -60,40 -48,88 -18,122 16,132 46,116 62,74 66,36! 58,48 46,46 32,46 12,50 -6,54 -22,44 -36,14 -44,-16',
    {
      fill: darkHair[0],
      shade: darkHair[1],
      reach: [10, 6],
      line: 6,
      inside: () =>
        sheet.lines(
          3,
          '-44,40 -30,84 -10,108',
          '-24,60 -8,98 10,116',
          '-2,92 14,116 20,126',
          '34,86 36,104 32,118',
          '50,60 52,80 46,100',
        ),
    },
  )
  sheet.wash('10,63 20,57 31,60 42,57 51,62 40,69 22,69', '#b9746a')
  sheet.line('8,64 28,62 52,62', 4.4)
  sheet.shape('-48,10! -62,6 -76,-26 -74,-74 -40,-112 12,-122 54,-104 68,-66 60,-44! 40,-70 6,-78 -26,-66 -42,-40', {
    fill: darkHair[0],
    shade: darkHair[1],
    reach: [10, 5],
    line: 6.4,
    inside: () => sheet.wash('-56,-70 -30,-100 8,-108 -20,-88 -44,-58', '#5a4d4d'),
  })
  sheet.lines(3, '-30,-70 0,-92 40,-88', '-40,-52 -60,-20', '54,-66 46,-88')
}
