import { blue, ink, red, white } from '../palette'
import { Sheet } from '../sheet'
import { drawFace } from './face'
import { glasses } from './john'

const clay = ['#dcae8d', '#b98467'] as const
const boot = ['#6b5646', '#4a3a31'] as const
const moss = '#7d8c4a'

/** The garden gnome: painted clay, cracked, mossy, in John Smith's round glasses. */
export function gardenGnome(): Sheet {
  const sheet = new Sheet(640, 1100)
  // Its clay foot.
  sheet.shape('96,1046 170,1022 320,1014 470,1022 548,1048 556,1080 480,1096 320,1100 160,1096 84,1080', {
    fill: '#8f9365',
    shade: '#666a45',
    reach: [10, 16],
  })
  for (const x of [228, 398]) boots(sheet, x)
  sheet.shape(
    '206,520 150,600 116,720 112,860 136,930 220,956 330,962 440,954 516,926 534,860 528,720 490,600 436,520',
    {
      fill: blue[0],
      shade: blue[1],
      reach: [38, 10],
      inside: () => {
        sheet.wash('116,720 160,780 176,940 120,930 104,850', blue[1], 0.5)
        sheet.wash('336,860 352,960 410,958 400,870', blue[1], 0.5)
        sheet.wash('440,890 500,850 540,840 530,930 450,960', moss, 0.75)
      },
    },
  )
  sheet.shape('114,806! 220,838 330,846 440,836 532,802! 532,850 440,884 330,892 220,886 114,856!', {
    fill: boot[0],
    shade: boot[1],
    reach: [10, 12],
    line: 6,
  })
  sheet.shape('296,828! 372,828! 374,908! 294,908!', { fill: '#d0a850', shade: '#9c7833', reach: [8, 8], line: 6 })
  sheet.shape('314,848! 354,848! 354,888! 314,888!', { fill: boot[0], line: 4 })
  arm(sheet, 1)
  arm(sheet, -1)
  face(sheet)
  hat(sheet)
  // What a wet summer leaves: cracks, moss, a snail.
  sheet.lines(4.4, '180,640 200,668 190,694 212,724', '200,668 222,674', '470,640 458,668 470,688')
  sheet.wash('204,1030 250,1008 330,1016 400,1006 450,1030 360,1046 260,1046', moss, 0.9)
  sheet.wash('180,930 210,920 232,944 214,962 186,956', moss, 0.9)
  snail(sheet)
  return sheet
}

function boots(sheet: Sheet, x: number): void {
  sheet.shape(
    `${x - 62},930 ${x - 66},990 ${x - 76},1040 ${x - 62},1058! ${x + 60},1060 ${x + 92},1052! ${x + 98},1024 ${x + 76},1000 ${x + 52},986 ${x + 50},930`,
    {
      fill: boot[0],
      shade: boot[1],
      reach: [14, 10],
      inside: () =>
        sheet.wash(
          `${x - 80},1060 ${x - 60},1020 ${x - 20},1034 ${x + 20},1026 ${x + 60},1040 ${x + 100},1030 ${x + 100},1070 ${x - 70},1070`,
          moss,
          0.85,
        ),
    },
  )
  sheet.line(`${x - 62},958 ${x},970 ${x + 50},956`, 4.4)
}

/** Side 1 is its left arm, on the right of the picture. Both hands rest on the belt. */
function arm(sheet: Sheet, side: 1 | -1): void {
  const x = (px: number) => 324 + side * (px - 324)
  const [fill, shade] = blue
  sheet.shape(
    `${x(450)},548 ${x(508)},590 ${x(556)},680 ${x(566)},760 ${x(536)},810 ${x(480)},834 ${x(446)},832! ${x(440)},776! ${x(478)},752 ${x(468)},700 ${x(432)},640`,
    { fill, shade, reach: [18, 8] },
  )
  sheet.lines(4, `${x(480)},752 ${x(510)},740 ${x(530)},720`, `${x(484)},772 ${x(512)},768`)
  sheet.shape(`${x(452)},766! ${x(474)},774 ${x(480)},840! ${x(448)},846 ${x(436)},838!`, {
    fill: white[0],
    shade: white[1],
    reach: [6, 6],
    line: 5.4,
  })
  sheet.shape(
    `${x(444)},772! ${x(408)},772 ${x(384)},786 ${x(380)},800 ${x(390)},808 ${x(382)},818 ${x(392)},830 ${x(404)},846 ${x(430)},850 ${x(444)},842!`,
    { fill: clay[0], shade: clay[1], reach: [6, 8], line: 5.4 },
  )
  sheet.lines(3.4, `${x(390)},808 ${x(410)},804`, `${x(392)},830 ${x(412)},824`)
}

function face(sheet: Sheet): void {
  sheet.placed(318, 400, 0, 1.28, () => {
    drawFace(sheet, {
      skin: clay,
      nose: 'round',
      mouth: 'flat',
      eyes: 'wide',
      brow: { width: 11, colour: '#b9b2a6', raise: 6 },
      cheeks: '#c96f56',
    })
    glasses(sheet)
    // One tear.
    sheet.shape('-12,34! -5,48 -12,56 -19,48', { fill: '#dfe9ee', line: 3 })
  })
  sheet.shape(
    '236,400! 226,470 206,560 224,650 262,720 316,792 338,806! 366,780 416,700 440,620 436,540 412,460 404,412! 396,446 372,462 352,454 330,462 300,470 270,456',
    {
      fill: white[0],
      shade: white[1],
      reach: [22, 8],
      inside: () => {
        sheet.lines(
          4,
          '250,480 246,560 262,640',
          '276,500 280,600 306,700',
          '312,520 316,620 330,730',
          '354,520 356,620 346,720',
          '390,500 398,580 380,660',
        )
        sheet.wash('230,600 250,640 300,720 330,800 220,720', white[1], 0.7)
      },
    },
  )
  sheet.placed(4, 10, 0, 1, () => moustache(sheet))
  sheet.ellipse(376, 438, 29, 26, { fill: '#d99b7e', shade: clay[1], reach: [8, 8], line: 6 })
  sheet.wash('358,426 366,420 374,422 364,432', '#f0cdb4', 0.9)
}

function moustache(sheet: Sheet): void {
  sheet.shape('352,452! 324,446 286,464 262,494! 300,498 338,488 354,470! 374,488 404,492 430,478! 408,456 378,446', {
    fill: white[0],
    shade: white[1],
    reach: [4, 10],
    line: 6,
  })
  sheet.lines(3, '340,460 312,472 286,484', '368,460 390,470 410,476')
}

function hat(sheet: Sheet): void {
  sheet.shape(
    '214,372! 204,340 232,260 266,170 300,80 330,22 352,14 362,32 378,110 410,210 434,290 448,350 440,378! 392,352 326,342 262,352',
    {
      fill: red[0],
      shade: red[1],
      reach: [26, 6],
      inside: () => {
        sheet.wash('232,280 262,210 290,140 280,220 256,330 226,350', '#d0604a', 0.8)
        sheet.wash('330,20 356,10 372,70 350,86 332,60', '#efe6da', 0.35)
      },
    },
  )
  sheet.lines(4.4, '392,186 360,200 344,194', '404,226 372,240', '318,120 340,128', '276,260 300,276 332,276')
  sheet.hatch('392,200 414,270 430,340', [-30, 10], 15)
  // A chip of the paint.
  sheet.shape('300,300! 316,288 330,300 322,314 306,316!', { fill: clay[0], line: 3.4 })
}

function snail(sheet: Sheet): void {
  sheet.shape('486,1036 530,1028 566,1018 582,1000 590,1012 580,1034 540,1046 496,1046', {
    fill: '#cdb98c',
    shade: '#a39062',
    reach: [3, 5],
    line: 5,
  })
  sheet.ellipse(524, 1008, 30, 27, { fill: '#b98555', shade: '#8f6139', reach: [8, 6], line: 5.4 })
  sheet.line('544,1020 536,994 512,996 508,1016 524,1020 530,1008', 3.6)
  sheet.lines(3.4, '584,1002 590,984', '578,1000 578,984')
  sheet.dot(590, 983, 3.4, 3.4, ink)
  sheet.dot(578, 983, 3.4, 3.4, ink)
}
