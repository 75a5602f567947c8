import { underLight } from '../colour'
import { wordsOf } from '../traitWords'
import type { Weather } from '../../language/lexicon/weathers'

export type Hour = 'day' | 'night' | 'dusk' | 'dawn'

/** How the time of day colours a frame. */
export interface Light {
  readonly hour: Hour
  readonly inside: boolean
  /** Colours of the sky, top and at the horizon. */
  readonly sky: readonly [string, string]
  /** Are lamps and windows lit? */
  readonly lamps: boolean
  readonly onSet: (colour: string) => string
  readonly onFigure: (colour: string) => string
  /** How strong the pale line around figures is: it would glow at night. */
  readonly halo: number
}

const skies: Readonly<Record<Hour, readonly [string, string]>> = {
  day: ['#9dbfd3', '#dfe6df'],
  dawn: ['#9fb3cc', '#f0d3bb'],
  dusk: ['#6c6f98', '#e8aa7e'],
  night: ['#1b2644', '#42557c'],
}

/** Lamp colour and how much of it falls on the set and on figures. */
const outside: Readonly<Record<Hour, readonly [string, number, number]>> = {
  day: ['#ffffff', 0, 0],
  dawn: ['#f2cfb8', 0.4, 0.16],
  dusk: ['#d99b86', 0.6, 0.26],
  night: ['#5b73ab', 0.78, 0.34],
}
const indoors: Readonly<Record<Hour, readonly [string, number, number]>> = {
  day: ['#ffffff', 0, 0],
  dawn: ['#f0d8c4', 0.3, 0.1],
  dusk: ['#dfa377', 0.45, 0.16],
  night: ['#b98355', 0.58, 0.16],
}

export function hourOf(timeOfDay: string): Hour {
  const words = wordsOf(timeOfDay)
  const said = (...wanted: string[]): boolean => words.some((word) => wanted.includes(word))
  if (said('night', 'midnight', 'nighttime')) return 'night'
  if (said('dusk', 'evening', 'sunset', 'twilight', 'sundown', 'nightfall')) return 'dusk'
  if (said('dawn', 'sunrise', 'morning', 'daybreak', 'predawn')) return 'dawn'
  return 'day'
}

/** Under clouds the sky is grey, by so much the darker the later. */
const clouded: Readonly<Record<Hour, readonly [string, string]>> = {
  day: ['#8d99a3', '#bcc4c6'],
  dawn: ['#8c94a3', '#c4bdb8'],
  dusk: ['#5d6178', '#a18f8b'],
  night: ['#1d2436', '#38435a'],
}

export function lightOf(inside: boolean, timeOfDay: string, weather: Weather | null = null): Light {
  const hour = hourOf(timeOfDay)
  const [lamp, onSet, onFigure] = (inside ? indoors : outside)[hour]
  return {
    hour,
    inside,
    sky: weather ? clouded[hour] : skies[hour],
    lamps: hour === 'night' || hour === 'dusk',
    onSet: (colour) => underLight(weather && !inside ? underLight(colour, '#9aa6b4', 0.35) : colour, lamp, onSet),
    onFigure: (colour) => underLight(colour, lamp, onFigure),
    halo: hour === 'night' ? (inside ? 0.5 : 0.32) : hour === 'dusk' ? 0.7 : 0.9,
  }
}
