import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { InvalidInput, Refusal } from '@shared/records/refusal'
import { GeneratorError } from '../electron/generators/generatorContract'

/** How often a campaign tries each thing. */
export const rounds = Number(process.env['EXEUNT_ROUNDS'] ?? 200)
export const seed = Number(process.env['EXEUNT_SEED'] ?? Date.now() % 1_000_000)

/** What became of many tries: taken, or refused with a sentence. Anything else is a failure and stops. */
export class Counts {
  private readonly outcomes = new Map<string, number>()

  constructor(
    private readonly campaign: string,
    private readonly what: string,
  ) {}

  /** Runs one try. @throws what it ends with when that is no refusal */
  async one(attempt: () => unknown): Promise<void> {
    try {
      await attempt()
      this.count('taken')
    } catch (error) {
      if (error instanceof Refusal) this.count(error.code)
      else if (error instanceof InvalidInput) this.count('INVALID_INPUT')
      else if (error instanceof GeneratorError) this.count(error.errorClass)
      else throw error
    }
  }

  count(outcome: string): void {
    this.outcomes.set(outcome, (this.outcomes.get(outcome) ?? 0) + 1)
  }

  /** Adds what was counted to the file of the campaign. */
  tell(): void {
    const folder = join(process.cwd(), 'test-results')
    const file = join(folder, `campaign-${this.campaign}.json`)
    mkdirSync(folder, { recursive: true })
    const before = readCounts(file)
    const counted = Object.fromEntries([...this.outcomes].sort((a, b) => b[1] - a[1]))
    const tries = [...this.outcomes.values()].reduce((sum, n) => sum + n, 0)
    writeFileSync(file, JSON.stringify({ ...before, [this.what]: { tries, seed, ...counted } }, null, 2))
    process.stdout.write(`${this.what}: ${tries} tries, ${JSON.stringify(counted)}\n`)
  }
}

function readCounts(file: string): Record<string, unknown> {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>
  } catch {
    return {}
  }
}
