import type { Weather } from '../lexicon/weathers'
import type { Row } from './rowIndex'

/** The weather that words tell; of a text the row that stands first here counts. */
export interface WeatherRow extends Row {
  readonly means: Weather
}

/** Weathers. */
export const weatherRows: readonly WeatherRow[] = [
  {
    match: ['rain|rains|raining|rainy|downpour|thunderstorm|stormy|drizzle|drizzles|drizzling|pouring', 'pours down'],
    notIf: [['rain coat|coats|check', 'Otto in a rain coat.']],
    means: 'rain',
    example: ['Street in the rain.', 'It pours down.'],
  },
  {
    match: 'storm|storms',
    notIf: [['storm|storms out|off|in|away|past|back|into|through|up|down', 'Otto storms out.']],
    means: 'rain',
    example: 'A storm over the hills.',
  },
  {
    match: 'snow|snows|snowing|snowy|snowfall|snowstorm|snowflakes|blizzard',
    notIf: [['snow man', 'A snow man.']],
    means: 'snow',
    example: ['Snowy forest.', 'Snow falls.'],
  },
  { match: 'fog|foggy|mist|misty|haze|hazy', means: 'fog', example: 'Thick fog.' },
]
