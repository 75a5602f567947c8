import { expect, test } from 'vitest'
import { canvasFont, shortened, textWidth } from './canvasText'

/** Every UTF-16 unit is ten pixels wide. */
const ctx = { font: '12px Inter', measureText: (text: string) => ({ width: text.length * 10 }) as TextMetrics }

test('a text that fits stays, one that does not loses whole signs', () => {
  expect(shortened(ctx, 'Alice', 50, '12px Inter')).toBe('Alice')
  expect(shortened(ctx, 'Alice Smith', 70, '12px Inter')).toBe('Alice…')
  expect(shortened(ctx, 'Zoë👩‍🚀x', 70, '12px Inter')).toBe('Zoë…')
  expect(shortened(ctx, '老王坐在桌边', 40, '12px Inter')).toBe('老王坐…')
})

test('names in other scripts have families to fall back on', () => {
  expect(canvasFont(620, 11)).toMatch(/^620 11px Inter, .*CJK.*Arabic.*sans-serif$/)
})

test('a text is measured once in each font', () => {
  const asked: string[] = []
  const measureText = (text: string) => {
    asked.push(text)
    return { width: text.length } as TextMetrics
  }
  for (const font of ['11px Inter', '13px Inter'])
    for (let time = 0; time < 2; time++) expect(textWidth({ font: '', measureText }, 'Waiter', font)).toBe(6)
  expect(asked).toEqual(['Waiter', 'Waiter'])
})
