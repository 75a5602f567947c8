import { roundTo } from '../model/numbers'

/** Tenths of a unit, never minus zero: finer than the eye, short as JSON, and the same after a JSON round trip. */
export function tidy(value: number): number {
  return roundTo(value, 1)
}
