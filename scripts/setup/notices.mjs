import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { dirname, join, sep } from 'node:path'

/**
 * The notices of what is shipped: each package that is in the bundles or goes along unbundled, with its licence and the text of it. What is not
 * permissive is named at the top.
 */

/** @typedef {{ name: string, version: string, licence: string, text: string }} Notice */

const PERMISSIVE =
  /^\(?(MIT|MIT-0|ISC|BSD-[23]-Clause|0BSD|Apache-2\.0|BlueOak-1\.0\.0|Unlicense|CC0-1\.0|Zlib|OFL-1\.1)\b/

/** Why a package under another licence may be shipped, and how. */
const ARGUED = new Map([
  ['mediabunny', 'MPL-2.0: used unchanged, its source is the package of that name and version in the npm registry.'],
  [
    '@img/sharp-libvips',
    'LGPL-3.0-or-later: libvips and its libraries lie beside the application as files of their own and can be exchanged; see resources/licences.',
  ],
])

/**
 * Folder of the package that a bundled module comes from; null for modules of ours.
 * @param {string} id as the bundler names it
 */
export function packageFolder(id) {
  const path = id
    .replace(/^\0/, '')
    .replace(/[?#].*$/, '')
    .replaceAll('\\', '/')
  const at = path.lastIndexOf('/node_modules/')
  if (at < 0) return null
  const rest = path.slice(at + '/node_modules/'.length).split('/')
  const name = rest[0]?.startsWith('@') ? `${rest[0]}/${rest[1]}` : rest[0]
  return name ? join(path.slice(0, at).replaceAll('/', sep), 'node_modules', ...name.split('/')) : null
}

/**
 * Folders of the packages that are shipped as they are: those of `dependencies`, and what they need on this platform.
 * @param {string} root of the checkout
 */
export function unbundledFolders(root) {
  /** @type {Set<string>} */
  const seen = new Set()
  /** @param {string} name @param {string} from */
  const visit = (name, from) => {
    for (let folder = from; ; folder = dirname(folder)) {
      const found = join(folder, 'node_modules', ...name.split('/'))
      if (existsSync(join(found, 'package.json'))) {
        if (seen.has(found)) return
        seen.add(found)
        const { dependencies = {}, optionalDependencies = {} } = manifest(found)
        for (const next of [...Object.keys(dependencies), ...Object.keys(optionalDependencies)]) visit(next, found)
        return
      }
      if (folder === root || folder === dirname(folder)) return
    }
  }
  for (const name of Object.keys(manifest(root).dependencies ?? {})) visit(name, root)
  return [...seen]
}

/**
 * @typedef {{ name: string, version: string, license?: string | { type: string }, author?: string | { name: string },
 *   dependencies?: Record<string, string>, optionalDependencies?: Record<string, string> }} Manifest
 */

/**
 * @param {string} folder
 * @returns {Manifest}
 */
const manifest = (folder) => {
  /** @type {unknown} */
  const read = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  return /** @type {Manifest} */ (read)
}

/**
 * @param {string} folder of a package
 * @returns {Notice}
 */
export function noticeOf(folder) {
  const { name, version, license, author } = manifest(folder)
  const files = readdirSync(folder).filter((file) => /^(licen[cs]e|copying|notice)([.-].*)?$/i.test(file))
  const text = files.map((file) => readFileSync(join(folder, file), 'utf8').trim()).join('\n\n')
  const by = typeof author === 'string' ? author : author?.name
  return {
    name,
    version,
    licence: typeof license === 'string' ? license : (license?.type ?? 'unknown'),
    text: text || unwritten(license, by),
  }
}

/**
 * What stands for a licence that a package names and does not bring along.
 * @param {unknown} licence
 * @param {string | undefined} by
 */
function unwritten(licence, by) {
  const owner = by ? `Copyright (c) ${by}` : 'Copyright (c) its authors'
  return licence === 'MIT' ? `${owner}\n\n${MIT}` : `${owner}\n\nThe package brings no text of its licence.`
}

const MIT = `Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated documentation files (the "Software"), to deal in the Software without restriction, including without limitation the rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit persons to whom the Software is furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.`

/**
 * Packages whose licence is neither permissive nor argued for.
 * @param {readonly Notice[]} notices
 */
export const unargued = (notices) =>
  notices.filter(({ name, licence }) => !PERMISSIVE.test(licence) && reasonOf(name) === undefined)

/** @param {string} name */
const reasonOf = (name) => [...ARGUED].find(([key]) => name === key || name.startsWith(`${key}-`))?.[1]

/**
 * The whole file.
 * @param {readonly Notice[]} notices
 */
export function noticesText(notices) {
  const sorted = [...notices].sort((a, b) => (a.name < b.name ? -1 : 1))
  const special = sorted.filter(({ name }) => reasonOf(name) !== undefined)
  const line = '-'.repeat(80)
  return `${[
    'Exeunt is made with the software below. Electron and Chromium bring their own notices along, as LICENSE and LICENSES.chromium.html.',
    ...(special.length
      ? [
          'Not under a permissive licence:',
          ...special.map(({ name, version }) => `- ${name} ${version}: ${reasonOf(name)}`),
        ]
      : []),
    sorted.map(({ name, version, licence }) => `${name} ${version} (${licence})`).join('\n'),
    ...sorted.map(({ name, version, licence, text }) => `${line}\n${name} ${version} (${licence})\n${line}\n\n${text}`),
  ].join('\n\n')}\n`
}
