import { posix } from 'node:path'

/**
 * The pages in the order of the list at the side.
 * @type {readonly { title: string, stems: readonly string[] }[]}
 */
const order = [
  { title: '', stems: ['index', 'start', 'views', 'presence', 'frames', 'merging'] },
  { title: 'More', stems: ['generators', 'handover', 'command-line', 'faq'] },
  { title: 'Reference', stems: ['reference/keys', 'reference/messages', 'reference/commands'] },
]

/** @typedef {{ url: string, filePathStem: string }} Page */
/** @typedef {{ type: string, content: string, children: Token[] | null, attrGet(name: string): string | null, attrSet(name: string, value: string): void }} Token */
/** @typedef {{ tokens: Token[], env: { page: Page } }} State */
/** @typedef {{ core: { ruler: { push(name: string, rule: (state: State) => void): void } } }} Markdown */
/**
 * What is used of Eleventy's configuration, which comes without types.
 * @typedef {object} Config
 * @property {(folder: string) => void} setInputDirectory
 * @property {(folder: string) => void} setOutputDirectory
 * @property {(folder: string) => void} setIncludesDirectory
 * @property {(use: boolean) => void} setUseGitIgnore
 * @property {(paths: Record<string, string>) => void} addPassthroughCopy
 * @property {(name: string, value: unknown) => void} addGlobalData
 * @property {(name: string, filter: (value: any) => unknown) => void} addFilter
 * @property {(name: 'md', change: (markdown: Markdown) => void) => void} amendLibrary
 */

/**
 * The way from a page to the folder of the site, so that it can also be read from a disk: "" or "../".
 * @param {string} url
 */
const rootOf = (url) => '../'.repeat(url.split('/').length - 2)

/**
 * `npm run docs`: docs/guide as a site in out/guide.
 * @param {Config} config
 */
export default function site(config) {
  config.setInputDirectory('docs/guide')
  config.setOutputDirectory('out/guide')
  config.setIncludesDirectory('../site')
  config.setUseGitIgnore(false)
  config.addPassthroughCopy({
    'docs/images': 'images',
    'docs/site/guide.css': 'guide.css',
    'resources/fonts/InterVariable.woff2': 'InterVariable.woff2',
  })
  config.addGlobalData('layout', 'page.njk')
  config.addGlobalData(
    'permalink',
    () =>
      (/** @type {{ page: Page }} */ { page }) =>
        `${page.filePathStem}.html`,
  )
  config.addFilter('root', rootOf)
  config.addFilter('listed', (/** @type {Page[]} */ pages) =>
    order.map(({ title, stems }) => ({
      title,
      pages: stems.flatMap((stem) => pages.filter((page) => page.filePathStem === `/${stem}`)),
    })),
  )
  config.amendLibrary('md', (markdown) => {
    markdown.core.ruler.push('addresses', lead)
    markdown.core.ruler.push('anchors', nameHeadings)
  })
  // Pages hold examples with braces; nothing in them is a template.
  return { markdownTemplateEngine: false }
}

/**
 * Links and pictures are written as they lead in the sources; in the site pages end in .html, and the pictures lie beside them.
 * @param {State} state
 */
function lead({ tokens, env: { page } }) {
  for (const token of tokens.flatMap((block) => [block, ...(block.children ?? [])])) {
    const name = token.type === 'link_open' ? 'href' : token.type === 'image' ? 'src' : null
    const address = name && token.attrGet(name)
    if (!name || !address || /^[a-z]+:|^#/.test(address)) continue
    const inSources = posix.join('guide', posix.dirname(page.filePathStem), address)
    const isPicture = name === 'src' && inSources.startsWith('images/')
    token.attrSet(name, isPicture ? rootOf(page.url) + inSources : address.replace(/\.md(#|$)/, '.html$1'))
  }
}

/**
 * Headings can be linked to.
 * @param {State} state
 */
function nameHeadings({ tokens }) {
  tokens.forEach((token, i) => {
    const words = tokens[i + 1]?.content
    if (token.type !== 'heading_open' || words === undefined) return
    token.attrSet(
      'id',
      words
        .toLowerCase()
        .replace(/[^\p{L}\p{N}]+/gu, '-')
        .replace(/^-|-$/g, ''),
    )
  })
}
