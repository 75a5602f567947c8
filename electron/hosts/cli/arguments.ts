import { parseArgs } from 'node:util'

/** Wrong usage: exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}

const options = {
  title: { type: 'string' },
  fps: { type: 'string' },
  aspect: { type: 'string' },
  'dry-run': { type: 'boolean' },
  'as-new': { type: 'boolean' },
  suggest: { type: 'boolean' },
  replaces: { type: 'string' },
  'read-as': { type: 'string' },
  encoding: { type: 'string' },
  id: { type: 'string' },
  scene: { type: 'string' },
  shot: { type: 'string' },
  frame: { type: 'string' },
  generator: { type: 'string' },
  command: { type: 'string' },
  input: { type: 'string' },
  asset: { type: 'string' },
  look: { type: 'string' },
  stage: { type: 'string' },
  'from-pass': { type: 'string' },
  shots: { type: 'string' },
  options: { type: 'string' },
  apply: { type: 'boolean' },
  take: { type: 'string' },
  restore: { type: 'string' },
  at: { type: 'string' },
  stale: { type: 'boolean' },
  all: { type: 'boolean' },
  write: { type: 'boolean' },
  pretty: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const

/** The words after the verb. */
export class Arguments {
  private readonly positionals: string[]
  private readonly values: Record<string, string | boolean | undefined>

  /** @throws UsageError for an unknown option */
  constructor(args: readonly string[]) {
    try {
      const parsed = parseArgs({ args: [...args], options, allowPositionals: true, strict: true })
      this.positionals = parsed.positionals
      this.values = parsed.values
    } catch (error) {
      throw new UsageError((error as Error).message)
    }
  }

  positional(index: number, name: string): string {
    const value = this.positionals[index]
    if (!value) throw new UsageError(`${name} is missing`)
    return value
  }

  optional(index: number): string | undefined {
    return this.positionals[index]
  }

  /** Those from a place on. */
  rest(from: number): readonly string[] {
    return this.positionals.slice(from)
  }

  option(name: string): string | undefined {
    const value = this.values[name]
    return typeof value === 'string' ? value : undefined
  }

  flag(name: string): boolean {
    return this.values[name] === true
  }
}
