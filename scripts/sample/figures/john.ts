import { brown, green, skin, strawHair, white } from '../palette'
import { Sheet } from '../sheet'
import { drawEar, drawFace } from './face'
import { bareFoot, hangingHand, palmUp } from './limbs'

/** John Smith: thin, round glasses, green pullover, barefoot; asks for tea. */
export function johnSmith(): Sheet {
  const sheet = new Sheet(710, 1400)
  sheet.placed(272, 1334, 0, 0.98, () => bareFoot(sheet, skin))
  sheet.placed(388, 1334, 0, 0.98, () => bareFoot(sheet, skin))
  trousers(sheet)
  sheet.shape('300,196 302,250 290,280 344,320 394,280 382,250 382,214', {
    fill: skin[0],
    shade: skin[1],
    reach: [10, 0],
    line: 5.6,
    inside: () => sheet.wash('296,200 310,236 356,250 386,236 380,200', skin[1], 0.8),
  })
  pullover(sheet)
  arms(sheet)
  sheet.placed(338, 132, -3, 0.94, () => head(sheet))
  return sheet
}

function trousers(sheet: Sheet): void {
  const cloth = { fill: brown[0], shade: brown[1], reach: [18, 0] as const }
  sheet.shape('330,740 348,900 350,1080 348,1250! 388,1264 434,1252! 444,1080 456,900 462,740', {
    ...cloth,
    inside: () => sheet.wash('336,760 366,900 370,1260 346,1260 350,1000', brown[1], 0.8),
  })
  sheet.shape('214,740 218,900 228,1080 230,1246! 268,1262 318,1250! 326,1080 336,920 352,800 344,740', cloth)
  sheet.shape('230,1232! 268,1248 318,1236! 320,1266 270,1282 228,1264', {
    fill: brown[0],
    shade: brown[1],
    reach: [8, 4],
    line: 6,
  })
  sheet.shape('348,1236! 388,1250 436,1238! 436,1268 390,1284 346,1268', {
    fill: brown[0],
    shade: brown[1],
    reach: [8, 4],
    line: 6,
  })
  sheet.lines(
    4,
    '256,1010 280,1022 306,1016',
    '364,1016 390,1026 418,1018',
    '346,830 330,850 308,858',
    '270,1160 286,1210',
    '390,1160 400,1214',
    '250,860 256,960',
    '430,860 424,960',
  )
  sheet.hatch('450,900 444,1040 438,1180', [-24, 10], 16)
}

function pullover(sheet: Sheet): void {
  sheet.shape(
    '296,266! 240,286 200,312 188,350 202,460 214,580 206,700 204,790! 260,812 340,818 420,812 478,790! 476,700 466,580 476,460 488,350 474,312 432,284 388,266! 340,304',
    {
      fill: green[0],
      shade: green[1],
      reach: [26, 6],
      inside: () => {
        sheet.wash('212,580 236,660 230,800 200,800 204,700', green[1], 0.55)
        sheet.wash('340,640 372,700 388,810 430,812 430,720 400,660', green[1], 0.5)
        for (let x = 216; x < 480; x += 15) sheet.line(`${x},776 ${x + 2},808`, 3, green[1], 'none')
      },
    },
  )
  sheet.lines(
    4,
    '208,768 280,786 350,790 420,784 474,766',
    '236,610 276,640 320,648',
    '244,690 290,712',
    '446,600 410,640',
    '440,700 400,726',
    '238,470 262,440',
  )
  sheet.shape('296,266! 284,284 308,322 344,334 382,318 400,280 388,264! 372,296 342,308 312,294', {
    fill: green[0],
    shade: green[1],
    reach: [6, 6],
    line: 6,
  })
  sheet.lines(3, '304,292 298,304', '318,308 314,320', '336,316 336,328', '356,312 360,324', '374,300 382,312')
  // A leaf that stayed with him.
  sheet.shape('262,400! 282,384 306,388 316,402! 298,416 276,414', {
    fill: '#a7a24b',
    shade: '#7f7a35',
    reach: [4, 5],
    line: 4,
  })
  sheet.line('258,404 286,400 312,402', 3)
}

function arms(sheet: Sheet): void {
  sheet.placed(594, 560, -14, 0.92, () => palmUp(sheet, skin))
  sheet.shape(
    '448,288 486,312 512,380 530,460 540,500 580,524 618,546! 604,594! 548,588 492,570 466,536 460,460 452,390',
    {
      fill: green[0],
      shade: green[1],
      reach: [14, 10],
      inside: () => sheet.wash('466,536 500,520 536,500 560,530 540,560 500,570', green[1], 0.55),
    },
  )
  sheet.shape('606,534! 626,546 614,598 592,594!', { fill: green[0], shade: green[1], reach: [5, 5], line: 5.6 })
  sheet.lines(4, '476,520 506,516 530,496', '492,544 520,540', '470,420 476,470')
  sheet.placed(170, 768, 5, 0.98, () => hangingHand(sheet, skin))
  sheet.shape(
    '232,290 196,312 172,370 156,460 146,560 144,660 142,748! 176,762 210,752! 216,660 224,560 238,460 248,380',
    {
      fill: green[0],
      shade: green[1],
      reach: [18, 4],
      inside: () => sheet.wash('146,540 180,560 222,550 220,590 180,604 144,592', green[1], 0.5),
    },
  )
  sheet.shape('140,740! 176,752 212,744! 212,786 176,794 138,782', {
    fill: green[0],
    shade: green[1],
    reach: [8, 4],
    line: 6,
  })
  sheet.lines(3, '154,754 153,780', '168,758 167,786', '184,758 184,786', '198,756 199,780')
  sheet.lines(4, '150,546 178,562 204,556', '216,590 186,600', '216,350 206,410')
}

function head(sheet: Sheet): void {
  drawEar(sheet, skin)
  drawFace(sheet, {
    skin,
    nose: 'long',
    mouth: 'smile',
    eyes: 'open',
    brow: { width: 6, colour: '#8a6a33', raise: 5 },
    cheeks: '#e0a184',
  })
  glasses(sheet)
  sheet.shape(
    '-46,10! -60,4 -78,-28 -84,-62! -72,-84 -82,-108! -50,-106 -44,-130! -10,-116 10,-136! 28,-112 56,-116! 66,-88 74,-60! 62,-44! 52,-62 36,-52! 24,-74 2,-58! -10,-72 -30,-46! -40,-40 -42,-14',
    {
      fill: strawHair[0],
      shade: strawHair[1],
      reach: [10, 6],
      line: 6.4,
      inside: () =>
        sheet.lines(
          3,
          '-44,-20 -56,-60 -40,-92',
          '-14,-74 -20,-100 -34,-116',
          '20,-76 18,-100 8,-118',
          '48,-62 52,-90',
        ),
    },
  )
  // A little moss.
  sheet.wash('-70,-96 -56,-112 -38,-108 -48,-94 -62,-88', '#7f8f4c', 0.9)
}

/** Round glasses on a head 200 pixels high. The gnome wears the same. */
export function glasses(sheet: Sheet): void {
  ring(sheet, 5, 4, 27, 25)
  ring(sheet, 50, 2, 20, 24)
  sheet.line('30,0 34,-3 37,-1', 4.6)
  sheet.line('-22,-1 -44,-5 -60,-4', 4.6)
  sheet.line('-10,-12 2,-16', 3, white[0])
}

function ring(sheet: Sheet, cx: number, cy: number, rx: number, ry: number): void {
  const at = (degrees: number) =>
    `${cx + Math.cos((degrees * Math.PI) / 180) * rx},${cy + Math.sin((degrees * Math.PI) / 180) * ry}`
  sheet.line([0, 30, 60, 90, 120, 150, 180, 210, 240, 270, 300, 330, 360, 372].map(at).join(' '), 5)
}
