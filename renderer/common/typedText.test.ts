import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { flushTypedText, onLostText, restMs, TypedText, type Saved, type SavedStep } from './typedText'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** A field over a history of steps, each save answered when the test says so. */
function field(check: (text: string) => string | null = () => null, atRest: (text: string) => boolean = () => true) {
  const saves: { text: string; continues: string | null }[] = []
  const answers: ((saved: Saved) => void)[] = []
  const taken: string[] = []
  let shown = 0
  const step = (id: string): SavedStep => ({ id, takeBack: () => Promise.resolve(taken.push(id) > 0) })
  const typed = new TypedText({
    label: 'Name',
    check,
    atRest,
    onChange: () => shown++,
    save(text, continues) {
      saves.push({ text, continues: continues?.id ?? null })
      return new Promise((resolve) => answers.push(resolve))
    },
  })
  const answer = async (saved: Saved) => {
    answers.shift()!(saved)
    await vi.advanceTimersByTimeAsync(0)
  }
  return { typed, saves, taken, step, answer, made: (id: string) => answer({ step: step(id) }), shown: () => shown }
}

describe('typed text', () => {
  test('is saved when typing rests, not before', async () => {
    const f = field()
    f.typed.type('A', '')
    await vi.advanceTimersByTimeAsync(restMs - 1)
    f.typed.type('Al', '')
    await vi.advanceTimersByTimeAsync(restMs - 1)
    expect(f.saves).toEqual([])
    await vi.advanceTimersByTimeAsync(1)
    expect(f.saves).toEqual([{ text: 'Al', continues: null }])
    void f.typed.leave()
    await f.made('1')
  })

  test('is one step for the whole visit, and a new one for the next', async () => {
    const f = field()
    f.typed.type('Al', '')
    await vi.advanceTimersByTimeAsync(restMs)
    await f.made('1')
    f.typed.type('Alice', '')
    await vi.advanceTimersByTimeAsync(restMs)
    await f.made('1')
    f.typed.type('Alice B', '')
    void f.typed.leave()
    await f.made('1')
    expect(f.typed.text).toBeNull()
    f.typed.type('Bob', 'Alice B')
    void f.typed.leave()
    await f.made('2')
    expect(f.saves).toEqual([
      { text: 'Al', continues: null },
      { text: 'Alice', continues: '1' },
      { text: 'Alice B', continues: '1' },
      { text: 'Bob', continues: null },
    ])
  })

  test('typed while a save is on its way is saved after it, once', async () => {
    const f = field()
    f.typed.type('A', '')
    void f.typed.flush()
    f.typed.type('Al', '')
    f.typed.type('Ali', '')
    void f.typed.leave()
    expect(f.saves).toHaveLength(1)
    await f.made('1')
    await f.made('1')
    expect(f.saves).toEqual([
      { text: 'A', continues: null },
      { text: 'Ali', continues: '1' },
    ])
    expect(f.typed.text).toBeNull()
  })

  test('is on its way at once when everything is flushed, and that waits for the answer', async () => {
    const f = field()
    let done = false
    f.typed.type('A', '')
    void flushTypedText().then(() => (done = true))
    expect(f.saves).toHaveLength(1)
    await vi.advanceTimersByTimeAsync(10)
    expect(done).toBe(false)
    await f.made('1')
    expect(done).toBe(true)
    await flushTypedText()
    expect(f.saves).toHaveLength(1)
  })

  test('goes back to what stood there on Escape, and what was saved is taken back', async () => {
    const f = field()
    f.typed.type('B', 'A')
    f.typed.cancel()
    expect([f.typed.text, f.saves, f.taken]).toEqual([null, [], []])
    f.typed.type('B', 'A')
    await vi.advanceTimersByTimeAsync(restMs)
    await f.made('1')
    f.typed.type('BC', 'B')
    f.typed.cancel()
    await vi.advanceTimersByTimeAsync(0)
    expect([f.typed.text, f.saves.length, f.taken]).toEqual([null, 1, ['1']])
  })

  test('typed back to what stood there leaves no step', async () => {
    const f = field()
    f.typed.type('AB', 'A')
    await vi.advanceTimersByTimeAsync(restMs)
    await f.made('1')
    f.typed.type('A', 'AB')
    void f.typed.leave()
    await vi.advanceTimersByTimeAsync(0)
    expect([f.saves.length, f.taken, f.typed.text]).toEqual([1, ['1'], null])
  })

  test('that cannot be is not sent, stays, and is told why', async () => {
    const f = field((text) => (text === '' ? 'A name is needed.' : null))
    f.typed.type('', 'A')
    await vi.advanceTimersByTimeAsync(restMs)
    expect(await f.typed.leave()).toBe(false)
    expect([f.saves, f.typed.text, f.typed.refused]).toEqual([[], '', 'A name is needed.'])
    f.typed.type('B', 'A')
    expect(f.typed.refused).toBeNull()
    void f.typed.leave()
    await f.made('1')
    expect([f.saves, f.typed.text]).toEqual([[{ text: 'B', continues: null }], null])
  })

  test('that is refused stays with the reason until it is another text', async () => {
    const f = field()
    f.typed.type('B', 'A')
    void f.typed.leave()
    await f.answer({ refused: 'B is taken.' })
    expect([f.typed.text, f.typed.refused]).toEqual(['B', 'B is taken.'])
    await f.typed.flush()
    expect(f.saves).toHaveLength(1)
    f.typed.type('C', 'A')
    expect(f.typed.refused).toBeNull()
    f.typed.cancel()
    expect(f.typed.text).toBeNull()
  })

  test('waits for the end of the visit where saving would take the field away', async () => {
    const f = field(undefined, (text) => text !== '0')
    f.typed.type('0', '1')
    await vi.advanceTimersByTimeAsync(restMs * 2)
    expect(f.saves).toEqual([])
    void f.typed.leave()
    expect(f.saves).toEqual([{ text: '0', continues: null }])
  })

  test('whose field goes away is saved; a refused one is told', async () => {
    const told = vi.fn<(label: string, text: string, reason: string) => void>()
    onLostText(told)
    const f = field((text) => (text === 'bad' ? 'Not so.' : null))
    f.typed.type('good', '')
    f.typed.dispose()
    expect(f.saves).toEqual([{ text: 'good', continues: null }])
    await f.made('1')
    expect(told).not.toHaveBeenCalled()
    f.typed.type('bad', '')
    f.typed.dispose()
    await vi.advanceTimersByTimeAsync(0)
    expect(told).toHaveBeenCalledWith('Name', 'bad', 'Not so.')
    f.typed.type('other', '')
    f.typed.dispose()
    await f.answer({ refused: 'Taken.' })
    expect(told).toHaveBeenLastCalledWith('Name', 'other', 'Taken.')
  })
})
