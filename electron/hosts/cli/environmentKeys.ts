import type { Keys } from '../../commit/context'

/** The variable a profile's key comes from (cli.md 2): `EXEUNT_KEY_` and its id in capitals, other signs as `_`. */
const variableOf = (profileId: string): string => `EXEUNT_KEY_${profileId.toUpperCase().replace(/[^A-Z0-9]/g, '_')}`

/** Keys of the command line: given by whoever calls it, for the profile as the project has it. */
export function environmentKeys(environment: Readonly<Record<string, string | undefined>>): Keys {
  return { keyOf: ({ id }) => environment[variableOf(id)]?.trim() || null }
}
