import type { MoveRow } from '../moveRow'

const into = 'herein|rein|hinein|ein|zurück|herauf|herunter|hoch|dazu'
const away = 'hinaus|raus|weg|fort|davon|ab'

/** The plainest ways to come and go in the languages scripts are mostly written in; names are found in all of them. */
export const otherLanguages: readonly MoveRow[] = [
  {
    match: [
      `kommt|tritt|stürmt|stürzt|platzt|schleicht|rennt|läuft|geht|eilt|schlendert|stolpert|kommen|treten|stürmen|gehen ... ${into} & stop|und`,
      'betritt|betreten',
    ],
    form: 'finite',
    means: 'enter',
    example: ['Otto kommt herein.', 'Otto kommt mit zwei Tassen die Treppe herauf.', 'Otto betritt das Zimmer.'],
  },
  {
    match: [
      `geht|rennt|läuft|eilt|stürmt|schleicht|stapft|fährt|reitet|fliegt|schlurft|gehen|laufen|rennen ... ${away} & stop|und`,
      'verlässt|verlassen|verschwindet|verschwinden',
    ],
    form: 'finite',
    means: 'exit',
    example: ['Otto geht hinaus.', 'Otto steht auf und geht hinaus.', 'Otto verlässt das Zimmer.'],
  },
  {
    match: [
      'entre|entrent & stop|dans|avec|par|en|et|à',
      'revient|reviennent|arrivent & stop|dans|avec|par|en|et',
      'surgit|surgissent',
    ],
    form: 'finite',
    means: 'enter',
    example: ['Otto entre.', 'Otto entre dans la cuisine.'],
  },
  {
    match: ['sort|sortent & stop|de|par|avec|en|et|du', "s'en va|vont", 'quitte|quittent la|le|les'],
    form: 'finite',
    means: 'exit',
    example: ['Otto sort par la porte.', "Otto s'en va.", 'Otto quitte la pièce.'],
  },
  {
    match: 'entra|entran|entrano|entram|llega|llegan|arriva|arrivano|chega|chegam|regresa|vuelve|ritorna|volta',
    form: 'finite',
    means: 'enter',
    example: ['Otto entra.', 'Otto llega corriendo.'],
  },
  {
    match: ['sale|salen|esce|escono|sai|saem & stop|de|del|por|con|da|dalla|di|corriendo|y|e', 'se ne? va|van|vanno'],
    form: 'finite',
    means: 'exit',
    example: ['Otto sale.', 'Otto esce.', 'Otto se va.'],
  },
  {
    match: ['komt|lopen|loopt|kommer ... binnen|in & stop|en|och', 'wchodzi|wchodzą|входит|входят|girer|girerler'],
    form: 'finite',
    means: 'enter',
    example: ['Otto komt binnen.', 'Otto wchodzi.', 'Otto входит.'],
  },
  {
    match: [
      'gaat|loopt|gaan|går ... weg|buiten|ut|iväg & stop|en|och',
      'verlaat|verlaten|lämnar|wychodzi|wychodzą|выходит|выходят|уходит|уходят|çıkar|çıkarlar',
    ],
    form: 'finite',
    means: 'exit',
    example: ['Otto gaat weg.', 'Otto lämnar rummet.', 'Otto wychodzi.', 'Otto уходит.'],
  },
]
