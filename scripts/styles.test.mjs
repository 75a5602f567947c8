import { globSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { expect, test } from 'vitest'

const imported = /import (\w+) from '(\.[^']*\.module\.css)'/g

/**
 * @typedef {object} Sheet
 * @property {Set<string>} used the classes that components take from it
 * @property {boolean} computed whether some are taken by a name that is only known while it runs
 */

/** The style sheets of the components, by path. */
function styleSheets() {
  /** @type {Map<string, Sheet>} */
  const sheets = new Map()
  for (const file of globSync('renderer/**/*.{ts,tsx}')) {
    const source = readFileSync(file, 'utf8')
    for (const [, name, path = ''] of source.matchAll(imported)) {
      const css = normalize(join(dirname(file), path))
      /** @type {Sheet} */
      const sheet = sheets.get(css) ?? { used: new Set(), computed: false }
      sheets.set(css, sheet)
      for (const [, used] of source.matchAll(new RegExp(`\\b${name}\\.(\\w+)`, 'g'))) sheet.used.add(used ?? '')
      if (new RegExp(`\\b${name}\\[`).test(source)) sheet.computed = true
    }
  }
  return sheets
}

/** @param {string} css */
function classesOf(css) {
  const selectors = readFileSync(css, 'utf8')
    .replaceAll(/\/\*[^]*?\*\//g, '')
    .matchAll(/[^{};]+(?=\{)/g)
  return new Set([...selectors].flatMap(([text]) => [...text.matchAll(/\.([A-Za-z]\w*)/g)].map((m) => m[1] ?? '')))
}

test('every class that a component takes is in its style sheet, and every class there is taken', () => {
  const sheets = styleSheets()
  expect(sheets.size).toBeGreaterThan(50)
  const wrong = [...sheets].flatMap(([css, { used, computed }]) => {
    const classes = classesOf(css)
    return [
      ...[...used].filter((name) => !classes.has(name)).map((name) => `${css}: .${name} is not there`),
      ...[...classes].filter((name) => !computed && !used.has(name)).map((name) => `${css}: .${name} is not used`),
    ]
  })
  expect(wrong).toEqual([])
})
