import type { MoveRow } from '../moveRow'

/** One row of a language: verbs by themselves, or with what must follow. */
const row = (
  means: 'enter' | 'exit' | 'cross' | 'none',
  match: readonly string[],
  example: readonly string[],
  more: Partial<MoveRow> = {},
): MoveRow => ({ match, means, form: 'finite', example, ...more })

const germanMoves =
  'kommt|tritt|stürmt|stürzt|platzt|schleicht|rennt|läuft|geht|eilt|schlendert|stolpert|springt|huscht|schlurft|stapft|hetzt|wankt|taumelt|torkelt|klettert|kriecht|schiebt|drängt|fährt|radelt|reitet|fliegt|spaziert|marschiert|kommen|treten|stürmen|gehen|laufen|rennen|eilen|schleichen|springen|fahren'

const german: readonly MoveRow[] = [
  row(
    'none',
    [`${germanMoves} ... auf|ab und ab|auf`, 'geht|gehen an|ans ...'],
    ['Otto geht auf und ab.', 'Otto geht ans Telefon.'],
  ),
  row('exit', [`${germanMoves} ... vom|von platz|stuhl|tisch & stop`], ['Otto springt vom Stuhl.'], { means: 'none' }),
  row(
    'enter',
    [
      `${germanMoves} ... herein|rein|hinein|ein|zurück|herauf|herunter|herbei|heran|hoch|dazu|hinzu|heraus|hervor & stop|und|mit`,
      'betritt|betreten|erscheint|erscheinen',
      'steckt|streckt den|seinen|ihren kopf ... herein|hinein|rein|durch|aus',
      'taucht|tauchen ... auf & stop|und|mit|in|hinter|an',
      'biegt|biegen um die ecke',
      'kommt|kommen|tritt|treten|schlüpft ... aus|von|um|durch|nach|dazu|mit|die|vorbei',
      'trifft|treffen ein & stop|und',
      'stößt|stoßen dazu|hinzu',
    ],
    [
      'Otto kommt herein.',
      'Otto kommt mit zwei Tassen die Treppe herauf.',
      'Otto betritt das Zimmer.',
      'Otto steckt den Kopf zur Tür herein.',
      'Otto taucht hinter ihr auf.',
      'Otto kommt aus der Küche.',
    ],
    { weak: true },
  ),
  row(
    'exit',
    [
      'steigt|steigen|springt|springen|klettert|klettern aus & stop|und',
      'steigt|steigen|springt|springen|klettert ... aus dem|der|einem|einer',
    ],
    ['Otto steigt aus.', 'Otto springt aus dem Wagen.'],
    { weak: true, place: 'outOf', set: 'INNEN. BUS - TAG' },
  ),
  row(
    'exit',
    [
      `${germanMoves}|folgt|folgen ... hinaus|raus|weg|fort|davon|ab|los & stop|und`,
      `trägt|tragen|bringt|bringen|führt|führen|zieht|zerrt|schleppt ... hinaus|hinauf|weg|fort|davon|raus & stop|und`,
      'verlässt|verlassen|verschwindet|verschwinden|flieht|fliehen|flüchtet|flüchten',
      'geht|gehen & stop|und|ohne|wortlos|nach',
      `${germanMoves} ... nach draußen|oben|unten|hinten & stop|und`,
      'führt|führen|zieht|zerrt|schleppt|bringt|schiebt|trägt ... ins|zum|zur & {room}',
      'entfernt|entfernen sich',
      'zieht|ziehen sich zurück & stop|und',
      'reißt|reißen aus & stop',
      'macht sich davon|aus',
    ],
    [
      'Otto geht hinaus.',
      'Otto steht auf und geht hinaus.',
      'Otto folgt ihr hinaus.',
      'Otto verlässt das Zimmer.',
      'Otto geht.',
      'Otto entfernt sich.',
    ],
  ),
  row(
    'exit',
    [`${germanMoves} ... in|zur|zum|ins & die|das|den|seine|ihre|sein|ihr? {room}`],
    ['Otto läuft in die Küche.', 'Otto geht ins Bad.'],
    { place: 'to', set: 'INNEN. FLUR - TAG' },
  ),
  row(
    'exit',
    [
      `${germanMoves} ... ins haus|gebäude|freie|dunkel|dunkle|nebenzimmer & stop|und`,
      `${germanMoves} ... auf die|den straße|balkon|hof|terrasse|gang & stop|und`,
      `${germanMoves} ... zum|zur ausgang|tür|treppe|auto|wagen & stop`,
    ],
    ['Otto geht ins Haus.', 'Otto läuft auf die Straße.', 'Otto eilt zum Ausgang.'],
    { place: 'off' },
  ),
  row(
    'exit',
    [
      'folgt|folgen ihm|ihr|ihnen & stop|und|in|nach|langsam|schnell',
      `${germanMoves} ihm|ihr|ihnen ... nach|hinterher & stop|und`,
    ],
    ['Mara geht. Otto folgt ihr.', 'Mara geht. Otto läuft ihr nach.'],
    { follows: true },
  ),
  row(
    'exit',
    [
      'haut|hauen|zieht|ziehen ab & stop',
      'verdrückt|verdrücken|verzieht|verziehen|verabschiedet|verabschieden sich & stop|und',
      'stiehlt|stehlen sich davon|hinaus|weg',
    ],
    ['Otto haut ab.', 'Otto verdrückt sich.'],
  ),
  row(
    'exit',
    ['ist|sind ... weg|fort|verschwunden|gegangen & stop'],
    ['Mara dreht sich um, und Otto ist weg.', 'Als Mara sich umdreht, ist Otto verschwunden.'],
    { unseen: true },
  ),
  row('cross', [`${germanMoves} ... vorbei|vorüber & stop|und`], ['Otto läuft an ihr vorbei.'], { weak: true }),
]

const french: readonly MoveRow[] = [
  row(
    'enter',
    [
      'entre|entrent|rentre|rentrent & dans le|la|les|un|une|sa|son? {}',
      'va|vont|court|courent|file & dans|à|vers la|le|sa|son {room}',
    ],
    ['Otto entre dans le bar.', 'Otto va dans la cuisine.'],
    { place: 'into', weak: true, set: 'INT. CUISINE - JOUR' },
  ),
  row(
    'enter',
    [
      'entre|entrent|rentre|rentrent & stop|dans|avec|par|en|et|à|sans|suivi|suivie|suivis|comme|brusquement',
      'revient|reviennent|arrivent & stop|dans|avec|par|en|et',
      'surgit|surgissent|apparaît|apparaissent|débarque|débarquent|accourt|accourent|déboule|déboulent',
      'fait|font irruption',
      'pénètre|pénètrent dans',
      'franchit la porte|le',
    ],
    ['Otto entre.', 'Otto surgit.'],
    { weak: true },
  ),
  row('enter', ['rejoint|rejoignent', "s'approche|s'approchent"], ['Otto rejoint Mara.', "Otto s'approche."], {
    weak: true,
  }),
  row(
    'exit',
    [
      'sort|sortent & stop|par|avec|en|et|sans|à|précipitamment|furieux|furieuse',
      'sort|sortent de|du {}',
      'sort|sortent & de|du|des',
    ],
    ['Otto sort par la porte.', 'Otto sort du bar.'],
    { place: 'outOf' },
  ),
  row('none', ['sort|sortent'], ['Otto sort une lettre.']),
  row(
    'exit',
    [
      "s'en va|vont|vient",
      'quitte|quittent la|le|les',
      "s'enfuit|s'enfuient|s'éclipse|s'éclipsent|s'éloigne|s'éloignent|s'échappe|s'échappent",
      'disparaît|disparaissent',
      'part|partent & stop|en|avec|sans|vers|par|à|et|furieux|furieuse',
      'file|filent & stop',
      'prend|prennent la porte|fuite',
      'dévale|dévalent',
      'repart|repartent|ressort|ressortent & stop|en|avec|sans|par|et|aussitôt',
      'se sauve|sauvent|retire|retirent & stop|par|et|en',
      'tourne|tournent les talons',
      "s'esquive|s'esquivent",
      'se précipite|précipitent dehors|hors|dans & stop|de|du|le|la',
      'rentre|rentrent & chez',
      'court|courent|file|filent & derrière|après',
    ],
    ["Otto s'en va.", 'Otto quitte la pièce.', "Otto s'enfuit.", 'Otto part en courant.'],
  ),
  row('exit', ['suit|suivent & stop|dans|par|dehors|en'], ['Mara sort. Otto se lève et la suit.'], { follows: true }),
  row(
    'exit',
    ['est|sont ...? parti|partie|partis|parties & stop', "n'est plus là"],
    ['Mara se retourne et voit que Otto est parti.'],
    {
      unseen: true,
    },
  ),
  row(
    'cross',
    ['passe|passent & devant|derrière|sans|en|au|à|entre|par', 'traverse|traversent'],
    ['Otto passe devant Mara.'],
    { weak: true },
  ),
]

const spanish: readonly MoveRow[] = [
  row(
    'enter',
    [
      'entra|entran|entrano|entram & en|nel|nella|no|na|in el|la|una|un|o|a? {}',
      'va|van|corre|corren|vanno|corrono & a|hacia|in|nella|verso|para la|el|a|o? {room}',
      'entra|entran|entrano|entram & stop',
    ],
    ['Otto entra en el bar.', 'Otto entra.', 'Otto va a la cocina.'],
    { place: 'into', weak: true, set: 'INT. COCINA - DÍA' },
  ),
  row(
    'enter',
    [
      'entra|entran|llega|llegan|regresa|regresan|irrumpe|irrumpen|aparece|aparecen',
      'vuelve|vuelven & stop|con|a|al|y|corriendo',
      'se acerca|acercan|aproxima',
      'baja|bajan del|de & {}',
      'se asoma|asoman',
    ],
    ['Otto entra con Mara.', 'Otto llega corriendo.', 'Otto se acerca.'],
    { weak: true },
  ),
  row(
    'exit',
    ['sale|salen & stop|del|por|con|corriendo|y|sin|a|al|tras|furioso|furiosa', 'sale|salen & de'],
    ['Otto sale.', 'Otto sale por la puerta.'],
    { place: 'outOf' },
  ),
  row(
    'exit',
    [
      'se va|van|marcha|marchan|aleja|alejan|retira|retiran|escapa|escapan|escabulle|escabullen|larga|largan|esfuma|esfuman',
      'corre|corren afuera|fuera & stop',
      'echa|echan a correr',
      'huye|huyen|desaparece|desaparecen',
      'abandona|abandonan la|el',
    ],
    ['Otto se va.', 'Otto se marcha.', 'Otto huye.'],
  ),
  row(
    'exit',
    ['ya no está & stop|allí|ahí', 'se ha ido', 'ha desaparecido'],
    ['Mara se da la vuelta y ve que Otto se ha ido.'],
    { unseen: true },
  ),
  row(
    'cross',
    ['pasa|pasan & de|por|corriendo|frente|delante|detrás|junto', 'cruza|cruzan & la|el|por|corriendo'],
    ['Otto pasa por delante.'],
    { weak: true },
  ),
]

const italian: readonly MoveRow[] = [
  row(
    'enter',
    [
      'entrano|arriva|arrivano|ritorna|ritornano|irrompe|irrompono|sopraggiunge|appare|appaiono|compare|compaiono|spunta|spuntano',
      'torna|tornano & stop|con|in|indietro|e',
      'entra & un|una|uno|il|lo|la|due|tre|@named',
      'si affaccia|affacciano',
      'si avvicina|avvicinano',
      'scende|scendono & dalla|dal|da|stop',
      'scende|scendono & @named',
      'raggiunge|raggiungono',
    ],
    ['Otto arriva di corsa.', 'Otto torna con due caffè.', 'Otto appare sulla porta.'],
    { weak: true },
  ),
  row('exit', ['esce|escono'], ['Otto esce.', 'Otto prende il cappotto ed esce.'], { place: 'outOf' }),
  row(
    'exit',
    [
      'se ne? va|vanno',
      'si allontana|allontanano|dilegua',
      'scappa|scappano|fugge|fuggono|scompare|scompaiono|sparisce|spariscono',
      'lascia|lasciano|abbandona|abbandonano & la stanza|casa',
      'va|vanno via',
      'corre|corrono via|fuori & stop|e',
      'si precipita|precipitano|lancia|fionda fuori|via|giù',
    ],
    ['Otto se ne va.', 'Otto si allontana.', 'Otto va via.'],
  ),
  row('exit', ["non c'è più & stop"], ["Mara si volta e vede che Otto non c'è più."], { unseen: true }),
  row(
    'cross',
    ['passa|passano & di|davanti|accanto|dietro|oltre|senza|in', 'passa|passano & @named', 'attraversa|attraversano'],
    ['Otto passa davanti a Mara.'],
    { weak: true },
  ),
]

const portuguese: readonly MoveRow[] = [
  row(
    'enter',
    ['entram|chega|chegam|surge|surgem', 'volta|voltam & stop|com|e|para', 'se aproxima|aproximam', 'aproxima-se'],
    ['Otto chega correndo.', 'Otto volta com um copo.'],
    { weak: true },
  ),
  row('exit', ['sai|saem'], ['Otto sai.', 'Otto sai pela porta.'], { place: 'outOf' }),
  row(
    'exit',
    ['vai|vão embora', 'foge|fogem', 'se afasta|afastam', 'afasta-se', 'deixa|deixam a|o sala|quarto|casa'],
    ['Otto vai embora.', 'Otto se afasta.'],
  ),
]

const slavic: readonly MoveRow[] = [
  row(
    'enter',
    [
      'wchodzi|wchodzą|wbiega|wbiegają|wpada|wpadają|wkracza|wkraczają|przychodzi|przychodzą|przybiega|nadchodzi|nadchodzą|wraca|wracają|wjeżdża|podjeżdża|przyjeżdża|nadjeżdża|wysiada|wysiadają|wyłania|wyłaniają|zjawia|zjawiają|podchodzi|podchodzą',
      'pojawia|pojawiają się',
      'входит|входят|вбегает|вбегают|влетает|врывается|врываются|заходит|заходят|приходит|приходят|появляется|появляются|возвращается|возвращаются|подъезжает|приезжает|прибегает|подбегает|подходит|подходят|вваливается|заглядывает',
    ],
    ['Otto wchodzi.', 'Otto wbiega do pokoju.', 'Otto входит.', 'Otto появляется в дверях.'],
    { weak: true },
  ),
  row(
    'exit',
    ['wychodzi|wychodzą|wybiega|wybiegają|выходит|выходят|выбегает|выбегают|вылетает|выскакивает|wyskakuje'],
    ['Otto wychodzi.', 'Otto выходит.'],
    { place: 'outOf' },
  ),
  row(
    'exit',
    [
      'odchodzi|odchodzą|ucieka|uciekają|znika|znikają|odjeżdża|odjeżdżają|opuszcza|opuszczają|odbiega|oddala|oddalają',
      'уходит|уходят|убегает|убегают|уезжает|уезжают|исчезает|исчезают|скрывается|скрываются|удаляется|удаляются|покидает|покидают|отъезжает|уплывает|улетает',
    ],
    ['Otto odchodzi.', 'Otto уходит.', 'Otto уезжает на такси.'],
  ),
  row(
    'cross',
    ['проходит|проходят|пробегает|проезжает мимо', 'przechodzi|przebiega|przejeżdża obok|przez'],
    ['Otto проходит мимо.'],
    { weak: true },
  ),
]

const turkish: readonly MoveRow[] = [
  row(
    'enter',
    ['girer|girerler|giriyor|giriyorlar|gelir|gelirler|geliyor|geliyorlar|belirir|yaklaşır|yaklaşırlar'],
    ['Otto girer.', 'Otto koşarak gelir.'],
    { weak: true },
  ),
  row('exit', ['çıkar|çıkarlar|çıkıyor|çıkıyorlar & stop|ve'], ['Otto odadan çıkar.'], { place: 'outOf' }),
  row(
    'exit',
    [
      'gider|giderler|gidiyor|gidiyorlar & stop|ve',
      'ayrılır|ayrılırlar|ayrılıyor|uzaklaşır|uzaklaşırlar|kaçar|kaçarlar|kaybolur|kaybolurlar',
      'terk eder|ederler|ediyor',
    ],
    ['Otto gider.', 'Otto odadan ayrılır.', 'Otto evi terk eder.'],
  ),
]

const northern: readonly MoveRow[] = [
  row(
    'enter',
    [
      'komt|lopen|loopt|stapt|rent|kommer|går|springer|rusar|stormer|stormar|løber|løper ... binnen|in|ind|inn|tillbaka|terug & stop|en|och|og|med|met',
      'dyker|dukker upp|op|opp',
      'verschijnt|verschijnen|arriveert|anländer|ankommer',
    ],
    ['Otto komt binnen.', 'Otto kommer in.', 'Otto dyker upp.'],
    { weak: true },
  ),
  row(
    'exit',
    [
      'gaat|loopt|gaan|lopen|rent|stapt|går|springer|rusar|kör|kører|løber|løper ... weg|buiten|ut|ud|iväg|bort|væk & stop|en|och|og',
      'verlaat|verlaten|vertrekt|vertrekken|verdwijnt|verdwijnen|lämnar|försvinner|forlader|forlater|forsvinder|forsvinner',
    ],
    ['Otto gaat weg.', 'Otto lämnar rummet.', 'Otto går ut.', 'Otto verdwijnt.'],
  ),
]

const japanese: readonly MoveRow[] = [
  row(
    'enter',
    [
      '入 っ て く る|来|き',
      '入 る & stop',
      '現 れ る|て',
      'や っ て く|来',
      '戻 っ て く|来',
      '駆 け 込 ん|む',
      '登 場',
      '帰 っ て く|来',
      '走 っ て く|来',
      '追 い か け て く|来',
      '追 っ て く|来',
      '近 づ い|く',
    ],
    ['Otto が入ってくる。', 'Otto が現れる。'],
    { weak: true },
  ),
  row(
    'exit',
    [
      '出 て い|行',
      '出 る & stop',
      '立 ち 去 る|っ',
      '走 り 去 る|っ',
      '去 る|っ & stop|て',
      '退 場',
      '飛 び 出 す|し',
      '逃 げ 出 す|し',
      '消 え る|て',
      '帰 る & stop',
      '離 れ る|て',
      '走 っ て 行',
      '走 っ て い く|っ',
    ],
    ['Otto は出て行く。', 'Otto は立ち去る。'],
  ),
]

const chineseSteps = '走|跑|冲|闯|衝|闖|步|溜|挤|滚|飞'
const chinese: readonly MoveRow[] = [
  row(
    'enter',
    [
      `${chineseSteps} 进|進|入|来|來|上`,
      '进 来|來|门|屋|入|去? & stop|，|了',
      '推 门|門 而|进|進',
      '出 现|現',
      '上 场|場',
      '回 来|來',
      `到|赶|趕 来|來`,
      '过|過 来|來',
      `${chineseSteps} 出 来|來`,
    ],
    ['Otto 走进来，坐下。', 'Otto 出现在门口。', 'Otto 推门而入。'],
    { weak: true },
  ),
  row(
    'exit',
    [
      '离|離 开|開|去',
      `${chineseSteps} 出 & @named`,
      `${chineseSteps} 出 & stop|去|门|門|房|屋|了|家|教|办|大|厨|廚|客|卧|臥|餐|咖|酒|饭|飯|店|医|醫|病|院|楼|樓|仓|倉|浴|书|書|洞|宫|宮|公|学|學|旅|机`,
      `${chineseSteps} 了|开|開|远|遠 & stop|了|，`,
      '出 去|门|門 & stop|了',
      '下 场|場',
      '退 场|場',
      '消 失',
      '逃 走|跑|离|離',
      '远|遠 去 & stop',
    ],
    ['Otto 离开。', 'Otto 走出房间。', 'Otto 走出厨房。', 'Otto 转身走了。'],
  ),
]

/**
 * The plainest ways to come and go in the languages scripts are mostly written in; names are found in all of them. Who does it stands before the verb,
 * behind it, or is left out (reading/foreignSubjects).
 */
export const otherLanguages: readonly MoveRow[] = [
  ...german,
  ...french,
  ...spanish,
  ...italian,
  ...portuguese,
  ...slavic,
  ...turkish,
  ...northern,
  ...japanese,
  ...chinese,
]
