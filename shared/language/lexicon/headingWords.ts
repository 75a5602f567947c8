import { wordList } from './wordList'

/**
 * What scene headings are made of, in the languages scripts are mostly written in. All in capitals, as headings are read; letters with marks are
 * written with them and also found without.
 */

/** Inside. Those of `shortHeadingWords` are too short to mean it without a dot behind. */
export const insideWords = wordList(`
  INT INTERIOR INTERIORS INTÉRIEUR INTERNO INNEN BINNEN WNĘTRZE WN INNE ИНТ ИНТЕРЬЕР ІНТ İÇ BI BELSŐ SIS ΕΣΩΤ`)

/** Outside. EST is "establishing" in English and "esterno" in Italian: outside in both. */
export const outsideWords = wordList(`
  EXT EXTERIOR EXTERIORS EXTÉRIEUR ESTERNO EST AUSSEN AUẞEN AUßEN AUS BUITEN BU PLENER PL UTE НАТ НАТУРА ЭКСТ ЕКСТ DIŞ KÜLSŐ UDE ULK ΕΞΩΤ`)

/** Only with a dot, a slash or a dash behind they open a heading: "EST. STRADA", never "EST CE QUE". */
export const dottedHeadingWords = wordList('EST WN BI BU PL AUS UTE UDE SIS ULK İÇ DIŞ НАТ INNE')

/** Words of a time of day or a leap in time: a part of a heading made of these (and `timeQualifiers`) is no place. */
export const timeWords = wordList(`
  DAY DAYS DAYTIME NIGHT NIGHTS NIGHTTIME MORNING MORNINGS AFTERNOON EVENING DAWN DUSK SUNRISE SUNSET SUNUP SUNDOWN TWILIGHT
  NOON MIDDAY MIDNIGHT LATER CONTINUOUS CONTINUING CONTINOUS CONT CONT'D CONTINUED SAME MEANWHILE SIMULTANEOUS MOMENTS SECONDS MINUTES HOURS
  WEEKS MONTHS YEARS TIME TONIGHT TODAY TOMORROW DAYBREAK GLOAMING PRE-DAWN PREDAWN PRE-SUNRISE LATE-NIGHT MID-MORNING MID-AFTERNOON MID-DAY
  TAG NACHT ABEND MORGEN MORGENS ABENDS NACHTS MITTAG NACHMITTAG VORMITTAG DÄMMERUNG MORGENDÄMMERUNG ABENDDÄMMERUNG MITTERNACHT SPÄTER
  JOUR NUIT SOIR SOIRÉE MATIN MATINÉE AUBE CRÉPUSCULE MIDI MINUIT APRÈS-MIDI
  DÍA NOCHE TARDE MAÑANA AMANECER ATARDECER ANOCHECER MADRUGADA MEDIODÍA MEDIANOCHE
  GIORNO NOTTE SERA MATTINA MATTINO POMERIGGIO ALBA TRAMONTO MEZZOGIORNO MEZZANOTTE
  DIA NOITE MANHÃ AMANHECER ANOITECER ENTARDECER MEIO-DIA MEIA-NOITE
  DAG AVOND OCHTEND MIDDAG SCHEMERING ZONSOPGANG ZONSONDERGANG MIDDERNACHT
  DZIEŃ NOC WIECZÓR PORANEK RANO POPOŁUDNIE ŚWIT ZMIERZCH PÓŁNOC POŁUDNIE
  ДЕНЬ НОЧЬ УТРО ВЕЧЕР РАССВЕТ ЗАКАТ СУМЕРКИ ПОЛДЕНЬ ПОЛНОЧЬ
  GÜN GÜNDÜZ GECE SABAH AKŞAM ÖĞLE ÖĞLEDEN ŞAFAK AKŞAMÜSTÜ
  ДЕНЬ НІЧ РАНОК ВЕЧІР NAPPAL ÉJJEL ÉJSZAKA ESTE REGGEL DÉLUTÁN DEN VEČER RÁNO NAT KVELD AFTEN PÄIVÄ YÖ ILTA AAMU ZI NOAPTE 낮 밤 아침 저녁 오후 새벽
  NATT KVÄLL MORGON FÖRMIDDAG EFTERMIDDAG GRYNING SKYMNING MIDNATT
  日 夜 朝 昼 夕 夕方 深夜 早朝 翌日 翌朝 夜明け 同 白天 夜晚 夜间 日间 晨 早晨 清晨 黄昏 傍晚 凌晨 上午 下午 中午 晚上 晚 昏 日景 夜景`)

/** Of those the ones that stand for a time even right behind a place: "KITCHEN DAY". */
export const plainTimeWords = wordList(`
  DAY NIGHT MORNING EVENING DAWN DUSK CONTINUOUS LATER TAG NACHT ABEND JOUR NUIT SOIR DÍA NOCHE GIORNO NOTTE DIA NOITE NOC DZIEŃ ДЕНЬ НОЧЬ УТРО ВЕЧЕР GECE GÜN`)

/** What may stand with a time: "LATE NIGHT", "THE NEXT DAY", "A LITTLE LATER", "AM ABEND". */
export const timeQualifiers = wordList(`
  LATE LATER EARLY MID THE NEXT THAT SAME FEW LITTLE SHORT WHILE MUCH A AN ONE TWO THREE FOUR FIVE SIX SEVERAL SOME FOLLOWING PREVIOUS LAST FIRST BEFORE
  AFTER MAGIC GOLDEN HOUR PRE POST ALMOST NEAR APPROACHING JUST PAST AT IN OF AND TO FOR LES ANOTHER MOMENT MINUTE HOUR WEEK MONTH YEAR SECOND THIRD
  AM PM DER NÄCHSTE NÄCHSTER FRÜHER SPÄTE FIN DE DU LE LA EL PLUS TARD MÁS PIÙ TARDI POZNY РАННЕЕ ПОЗДНИЙ`)

/** Japanese scripts open a scene with a round or square mark. */
export const headingMarks = '○◯〇◎□■◇◆'

/** Chinese and Japanese words for inside and outside, as words of their own or with 景 behind. */
export const insideSigns = wordList('内 內 室内 内景 屋内 中 店内 車内 실내')
export const outsideSigns = wordList('外 室外 外景 屋外 실외')
