import { black, greyHair, leather, olive, red, skinPale, violet } from '../palette'
import { Sheet } from '../sheet'
import { drawEar, drawFace } from './face'
import { shoe } from './limbs'

type Colours = readonly [string, string]

/** Mrs Finch: small and old, grey bun, violet coat, handbag held before her. She knows something. */
export function mrsFinch(): Sheet {
  return sister(violet, (sheet) => {
    sheet.placed(330, 140, 3, 1.06, () => {
      bun(sheet)
      head(sheet, 'crooked')
    })
  })
}

/** Miss Finch, her twin: the same woman in olive, under a red hat, and not amused. */
export function missFinch(): Sheet {
  return sister(olive, (sheet) => {
    sheet.placed(330, 140, 3, 1.06, () => {
      head(sheet, 'worried')
      hat(sheet)
    })
  })
}

function sister(coat: Colours, drawHead: (sheet: Sheet) => void): Sheet {
  const sheet = new Sheet(620, 1432)
  sheet.placed(0, 32, 0, 1, () => drawSister(sheet, coat, drawHead))
  return sheet
}

function drawSister(sheet: Sheet, coat: Colours, drawHead: (sheet: Sheet) => void): void {
  for (const [x, y] of [
    [262, 1330],
    [374, 1334],
  ] as const) {
    sheet.shape(`${x - 34},1120 ${x - 30},1240 ${x - 24},1340 ${x + 24},1340 ${x + 26},1240 ${x + 32},1120`, {
      fill: '#c9a78c',
      shade: '#a6836c',
      reach: [12, 0],
      line: 6,
    })
    sheet.lines(3, `${x - 16},1262 ${x},1270 ${x + 16},1264`, `${x - 14},1284 ${x + 2},1291 ${x + 16},1286`)
    sheet.placed(x, y, 0, 0.96, () => shoe(sheet, black, 0.94))
  }
  const scarf = ['#e3d7bd', '#bfb094'] as const
  sheet.shape('300,214 288,264 330,320 386,276 374,214', { fill: skinPale[0], shade: skinPale[1], line: 5.6 })
  sheet.shape(
    '276,262 226,280 184,320 160,400 158,500 174,610 164,760 142,940 120,1110 118,1176 200,1204 310,1214 420,1206 514,1180 516,1120 494,940 472,760 462,620 474,500 474,400 456,330 424,288 380,264 330,300',
    {
      fill: coat[0],
      shade: coat[1],
      reach: [30, 4],
      inside: () => {
        sheet.wash('168,600 206,700 200,900 176,1200 110,1190 140,940', coat[1], 0.45)
        sheet.wash('372,700 398,880 402,1060 396,1210 446,1206 440,1000 424,800', coat[1], 0.55)
        sheet.wash('262,760 274,900 262,1060 252,1210 292,1214 296,1040 290,860', coat[1], 0.4)
      },
    },
  )
  sheet.lines(5, '352,316 364,460 362,700 352,1000 346,1212')
  for (const y of [404, 500, 850, 950]) sheet.ellipse(384, y, 11, 12, { fill: coat[1], line: 4 })
  sheet.lines(4, '230,720 214,900 186,1090', '280,820 284,980 272,1140', '432,760 452,920 474,1080', '400,880 406,1040')
  sheet.hatch('478,820 494,960 508,1100', [-32, 12], 16)
  // Shawl collar and scarf.
  sheet.shape('286,250! 258,284 286,330 344,352 400,330 414,290 388,252! 372,286 336,302 304,286', {
    fill: scarf[0],
    shade: scarf[1],
    reach: [10, 6],
    line: 6,
  })
  sheet.lines(3.6, '276,296 310,320 350,326', '396,300 376,316', '350,326 352,346')
  handbag(sheet)
  forearms(sheet, coat)
  drawHead(sheet)
}

function handbag(sheet: Sheet): void {
  sheet.shape('330,690! 322,640 340,606 376,600 404,622 404,690! 392,690! 390,632 372,614 346,620 336,646 342,690!', {
    fill: leather[1],
    line: 4.4,
  })
  sheet.shape('284,692 300,680 370,676 440,682 452,694 462,790 456,824 420,836 350,838 290,830 272,812 276,760', {
    fill: leather[0],
    shade: leather[1],
    reach: [16, 10],
    inside: () => sheet.wash('284,692 452,690 456,730 370,746 280,734', leather[1], 0.5),
  })
  sheet.lines(4.4, '280,730 370,746 456,728', '294,818 360,824 440,816')
  sheet.ellipse(368, 744, 12, 10, { fill: '#d8b45c', line: 4 })
}

function forearms(sheet: Sheet, coat: Colours): void {
  sheet.shape('446,312 480,360 500,450 504,540 486,596 440,628 404,644! 388,606! 424,584 444,548 436,470 426,400', {
    fill: coat[0],
    shade: coat[1],
    reach: [16, 8],
    inside: () => sheet.wash('440,550 480,540 504,530 490,590 450,600', coat[1], 0.6),
  })
  sheet.lines(4, '446,556 476,546', '440,460 446,510')
  sheet.shape('402,602! 372,596 346,604 330,616 332,628 346,632 336,642 350,652 372,652 396,648 412,640!', {
    fill: skinPale[0],
    shade: skinPale[1],
    reach: [4, 7],
    line: 5.2,
  })
  sheet.shape(
    '226,300 180,330 150,410 136,510 138,576 164,616 236,634 300,646! 312,604! 262,588 222,566 232,490 250,400',
    {
      fill: coat[0],
      shade: coat[1],
      reach: [18, 8],
      inside: () => sheet.wash('138,540 180,560 226,560 260,600 180,616 140,590', coat[1], 0.55),
    },
  )
  sheet.lines(4, '146,540 184,562 216,560', '166,590 200,592', '220,350 206,420')
  sheet.hatch('244,420 234,480 226,540', [-26, 6], 14)
  sheet.shape('300,604! 330,600 360,606 380,620 376,632 362,634 370,644 358,656 332,658 304,650 292,642!', {
    fill: skinPale[0],
    shade: skinPale[1],
    reach: [4, 7],
    line: 5.2,
  })
  sheet.lines(3.2, '376,632 356,628 346,626', '368,645 350,642')
}

function head(sheet: Sheet, mouth: 'crooked' | 'worried'): void {
  drawEar(sheet, skinPale)
  drawFace(sheet, {
    skin: skinPale,
    nose: 'round',
    mouth,
    eyes: mouth === 'crooked' ? 'open' : 'tired',
    brow: { width: 5, colour: '#8f8985', raise: mouth === 'crooked' ? 4 : -2 },
    old: true,
    cheeks: '#e3a08a',
    lips: '#c58478',
  })
  sheet.shape('-44,6! -60,8 -78,-30 -74,-80 -40,-114 14,-122 56,-102 70,-62 60,-40! 44,-66 14,-74 -14,-62 -36,-34', {
    fill: greyHair[0],
    shade: greyHair[1],
    reach: [11, 6],
    line: 6.4,
    inside: () =>
      sheet.lines(
        2.8,
        '-50,0 -56,-40 -30,-84 10,-100',
        '-40,-20 -34,-50 -6,-76 24,-82',
        '-66,-10 -68,-60 -40,-98',
        '60,-50 50,-80 26,-94',
      ),
  })
  sheet.ellipse(-57, 34, 5, 7, { fill: '#d8b45c', line: 3 })
}

function bun(sheet: Sheet): void {
  sheet.ellipse(
    -40,
    -100,
    42,
    34,
    {
      fill: greyHair[0],
      shade: greyHair[1],
      reach: [10, 8],
      line: 6.4,
      inside: () =>
        sheet.lines(2.8, '-80,-104 -60,-128 -30,-130', '-70,-92 -50,-114 -20,-116', '-60,-80 -36,-98 -12,-98'),
    },
    -20,
  )
  sheet.line('-90,-124 -30,-94 8,-76', 5, '#7a5a34')
}

function hat(sheet: Sheet): void {
  sheet.shape('-80,-54! -84,-100 -58,-140 -8,-156 40,-146 70,-112 76,-58! 30,-76 -20,-76', {
    fill: red[0],
    shade: red[1],
    reach: [14, 6],
    line: 6.6,
  })
  sheet.shape('-98,-38 -84,-66 -20,-86 36,-84 80,-66 96,-44 60,-52 10,-62 -50,-54', {
    fill: red[0],
    shade: red[1],
    reach: [6, 10],
    line: 6.6,
  })
  sheet.shape('-82,-66! -84,-84 -30,-102 34,-102 76,-84 78,-68! 30,-86 -24,-86', { fill: '#3f3a3c', line: 4.4 })
  sheet.shape('56,-86! 66,-128 92,-160 86,-120 74,-84', { fill: '#e3d7bd', shade: '#bfb094', reach: [4, 3], line: 4.4 })
}
