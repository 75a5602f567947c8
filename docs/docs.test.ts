import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs'
import { basename, join, posix } from 'node:path'
import { describe, expect, test } from 'vitest'

const top = join(import.meta.dirname, '..')

/** A text file of the repository; its path counts from the top, with slashes. */
interface TextFile {
  path: string
  text: string
}

/** What can be cited and linked to: the documents by their name in citations ("domain.md"), and every path there is. */
interface Library {
  documents: ReadonlyMap<string, TextFile>
  exists(path: string): boolean
}

/** A document named in a comment, a string or a text: `sections` are the numbers behind it, none for the whole of it. */
interface Citation {
  document: string
  sections: string[]
  line: number
}

/** The law has hundreds of rules, so code that names it says which. */
const law = 'domain.md'

const notOurs = new Set(['node_modules', 'out', 'dist', 'coverage', 'test-results', '.git', '.tools', '.vite'])
const cites = /\.(ts|tsx|mts|cts|js|mjs|css|html|yml|md)$/
const isProse = (path: string) => path.endsWith('.md')

function textFiles(folder = ''): TextFile[] {
  return readdirSync(join(top, folder), { withFileTypes: true }).flatMap((entry): TextFile[] => {
    const path = posix.join(folder, entry.name)
    if (entry.isDirectory()) return notOurs.has(entry.name) ? [] : textFiles(path)
    return entry.isFile() && cites.test(path) ? [{ path, text: readFileSync(join(top, path), 'utf8') }] : []
  })
}

/** Documents are those of docs/ and of the top folder; those at the top are written in capitals and cited without. */
function libraryOf(files: readonly TextFile[], exists: (path: string) => boolean): Library {
  const documents = files.filter(({ path }) => /^(docs\/)?[^/]+\.md$/.test(path))
  return { documents: new Map(documents.map((file) => [basename(file.path).toLowerCase(), file])), exists }
}

const withoutCode = (text: string) =>
  text.replace(/^```[\s\S]*?^```/gm, (block) => block.replace(/[^\n]/g, ' ')).replace(/`[^`\n]*`/g, ' ')

/** Where links of a text lead: [words](target) and ![words](target), not those shown as code. */
function linksOf({ text }: TextFile): string[] {
  return [...withoutCode(text).matchAll(/\]\(\s*<?([^)\s>]+)>?(?:\s+"[^"]*")?\s*\)/g)].map((match) => match[1]!)
}

/** Section numbers of a document in their order: "## 5. Passes" is 5, "### 5.2 Profiles" is 5.2. */
function sectionsOf({ text }: TextFile): string[] {
  return [...withoutCode(text).matchAll(/^#{2,4} (\d+(?:\.\d+)?)\.? \S/gm)].map((match) => match[1]!)
}

/** Numbers rise and none is given twice; one may be missing, since a number that is gone is not given again. */
function numberProblems(document: TextFile): string[] {
  const numbers = sectionsOf(document)
  const rises = (before: string, after: string) => {
    const [section = 0, rule = 0] = before.split('.').map(Number)
    const [nextSection = 0, nextRule] = after.split('.').map(Number)
    return nextRule === undefined ? nextSection > section : nextSection === section && nextRule > rule
  }
  return numbers
    .filter((number, i) => i > 0 && !rises(numbers[i - 1]!, number))
    .map((number) => `${document.path} has ${number} out of its order`)
}

/** The anchors that a link may name: headings as GitHub writes them. */
function anchorsOf({ text }: TextFile): Set<string> {
  const headings = withoutCode(text).matchAll(/^#{1,6} (.+)$/gm)
  return new Set(
    [...headings].map(([, words]) =>
      words!
        .toLowerCase()
        .replace(/[^\p{L}\p{N} _-]/gu, '')
        .replaceAll(' ', '-'),
    ),
  )
}

/**
 * Every document a text names, with the sections behind it: "domain.md 9", "domain.md 6.2, 7 and 8". A citation may go on in the
 * next line of a comment. Addresses and paths into other folders are none.
 */
function citationsOf({ path, text }: TextFile): Citation[] {
  const prose = isProse(path) ? text.replace(/\]\([^)]*\)/g, ']') : text
  const named = /(?<![\w/.-])(?:docs\/)?([A-Za-z]+\.md)(?![\w.-]*\w)((?:(?:,|,? and)?[\s*/#]+\d+(?:\.\d+)*(?![\w%]))*)/g
  return [...prose.matchAll(named)].map((match) => ({
    document: match[1]!.toLowerCase(),
    sections: match[2]!.match(/\d+(?:\.\d+)*/g) ?? [],
    line: prose.slice(0, match.index).split('\n').length,
  }))
}

function citationProblems(file: TextFile, { documents }: Library): string[] {
  return citationsOf(file).flatMap(({ document, sections, line }) => {
    const place = `${file.path}:${line} cites ${document}`
    const found = documents.get(document)
    if (!found) return [`${place}, which is no document here`]
    if (document === law && sections.length === 0 && !isProse(file.path))
      return [`${place} without the number of a rule`]
    const known = sectionsOf(found)
    return sections
      .filter((section) => !known.includes(section))
      .map((section) => `${place} ${section}, which it has not`)
  })
}

function linkProblems(file: TextFile, { documents, exists }: Library): string[] {
  if (!isProse(file.path)) return []
  return linksOf(file).flatMap((target) => {
    if (/^[a-z][a-z0-9+.-]*:/i.test(target)) return []
    const [to = '', anchor] = target.split('#')
    const path = to === '' ? file.path : posix.normalize(posix.join(posix.dirname(file.path), to))
    if (!exists(path)) return [`${file.path} links to ${target}, which is not there`]
    const document = [...documents.values()].find((one) => one.path === path)
    const leadsOn = anchor === undefined || (document !== undefined && anchorsOf(document).has(anchor))
    return leadsOn ? [] : [`${file.path} links to ${target}, and there is no such heading`]
  })
}

/** Paths of this project that a text names as code, `shared/model` or `electron/store/jobStore`, with or without their ending. */
function pathProblems({ path, text }: TextFile, { exists }: Library): string[] {
  if (!isProse(path)) return []
  const named = text.matchAll(/`((?:bench|docs|e2e|electron|renderer|resources|scripts|shared)\/[\w./-]*\w)`/g)
  return [...named].flatMap(([, named]) =>
    ['', '.ts', '.tsx', '.mjs'].some((ending) => exists(named! + ending))
      ? []
      : [`${path} names ${named}, which is not there`],
  )
}

/** The words of the glossary in their order: the bold beginning of each entry, "- **word**: what it means". */
const entriesOf = ({ text }: TextFile): { word: string; heading: string }[] => {
  let heading = ''
  return text.split('\n').flatMap((line) => {
    heading = /^## (.+)$/.exec(line)?.[1] ?? heading
    const word = /^- \*\*(.+?)\*\*: \S/.exec(line)?.[1]
    return word === undefined ? [] : [{ word, heading }]
  })
}

function glossaryProblems(glossary: TextFile): string[] {
  const entries = entriesOf(glossary)
  const unread = glossary.text.split('\n').filter((line) => line.startsWith('- ') && !/^- \*\*(.+?)\*\*: \S/.test(line))
  const inOrder = (a: string, b: string) => a.toLowerCase().localeCompare(b.toLowerCase(), 'en') < 0
  return [
    ...unread.map((line) => `“${line.slice(0, 40)}” is no entry`),
    ...entries.flatMap(({ word }, i) =>
      i > 0 && !inOrder(entries[i - 1]!.word, word) ? [`“${word}” stands after “${entries[i - 1]!.word}”`] : [],
    ),
    ...entries.flatMap(({ word, heading }) =>
      word[0]!.toUpperCase() === heading ? [] : [`“${word}” stands under “${heading}”`],
    ),
  ]
}

const files = textFiles()
const library = libraryOf(files, (path) => existsSync(join(top, path)) && !path.startsWith('..'))
/** The samples of the tests below cite what is not there. */
const checked = files.filter(({ path }) => path !== 'docs/docs.test.ts')

describe('the documents', () => {
  test('every citation in code and text leads to a section', () => {
    expect(checked.flatMap(citationsOf).filter(({ document }) => document === law).length).toBeGreaterThan(100)
    expect(checked.flatMap((file) => citationProblems(file, library))).toEqual([])
  })

  test('every link and image is there', () => {
    expect(checked.filter(({ path }) => isProse(path)).flatMap(linksOf).length).toBeGreaterThan(10)
    expect(checked.flatMap((file) => linkProblems(file, library))).toEqual([])
  })

  test('every path of this project that a document names is there', () => {
    expect(checked.flatMap((file) => pathProblems(file, library))).toEqual([])
  })

  test('sections are numbered in order', () => {
    expect(sectionsOf(library.documents.get(law)!).filter((number) => !number.includes('.'))).toHaveLength(15)
    expect([...library.documents.values()].flatMap(numberProblems)).toEqual([])
  })

  test('the glossary is in order and explains each word once', () => {
    const glossary = library.documents.get('glossary.md')!
    expect(entriesOf(glossary).length).toBeGreaterThan(100)
    expect(glossaryProblems(glossary)).toEqual([])
  })

  test('no folder of this project is skipped', () => {
    const folders = readdirSync(top).filter((name) => statSync(join(top, name)).isDirectory() && !notOurs.has(name))
    expect(folders.filter((name) => files.some(({ path }) => path.startsWith(`${name}/`)))).toEqual(
      expect.arrayContaining(['bench', 'docs', 'e2e', 'electron', 'renderer', 'scripts', 'shared']),
    )
  })
})

describe('the checks themselves', () => {
  const sample = libraryOf(
    [
      {
        path: 'docs/domain.md',
        text: '# Rules\n\n## 5. Passes\n\n### 5.2 Profiles\n\n```\n## 9. Shown as code\n```\n\n## 7. Splits\n',
      },
      { path: 'docs/backends.md', text: '# Back ends\n\n## 1. ComfyUI\n' },
      { path: 'ARCHITECTURE.md', text: '# How it is built\n\n## One change, one way round\n' },
    ],
    (path) => ['docs/domain.md', 'docs/backends.md', 'ARCHITECTURE.md', 'docs/a.png'].includes(path),
  )
  const cited = (path: string, text: string) => citationProblems({ path, text }, sample)
  const linked = (path: string, text: string) => linkProblems({ path, text }, sample)

  test.each([
    ['shared/domain/a.ts', '/** Plans the passes (domain.md 6). */'],
    ['shared/domain/a.ts', '/** Plans the passes (domain.md 5.3). */'],
    ['shared/domain/a.ts', '/** Plans the passes (domain.md 5, 6). */'],
    ['shared/domain/a.ts', '/** Plans the passes (domain.md 5 and 6). */'],
    ['shared/domain/a.ts', '/**\n * Plans the passes (domain.md\n * 6).\n */'],
    ['shared/domain/a.ts', '/** Plans the passes (domain.md 9). */'],
    ['shared/domain/a.ts', '/** Plans the passes (domain.md). */'],
    ['shared/domain/a.ts', '/** Plans the passes, as domain.md has it. */'],
    ['renderer/a.tsx', '// docs/domain.md'],
    ['renderer/a.css', '/* backends.md 2 */'],
    ['scripts/a.mjs', '// architecture.md 1'],
    ['electron/a.ts', '/** See rules.md. */'],
    ['README.md', 'See rules.md.'],
    ['docs/cli.md', 'See `domain.md 8`.'],
  ])('%s with %j is reported', (path, text) => {
    expect(cited(path, text)).toHaveLength(1)
  })

  test.each([
    ['shared/domain/a.ts', '/** Plans the passes (domain.md 5). */'],
    ['shared/domain/a.ts', '/** Plans the passes (domain.md 5.2, 7; backends.md). */'],
    ['shared/domain/a.ts', '/** Plans the passes (domain.md 5 and 7, "never half"). */'],
    ['shared/domain/a.ts', '/** At the usual times (domain.md 5: .35 and .65). Those of domain.md 7. */'],
    ['shared/domain/a.ts', '/** By the table of domain.md 5, the 180° rule; domain.md 7: 20 % later. */'],
    ['shared/domain/a.ts', "/** Level 3: backends.md's measurement; takes stay (architecture.md). */"],
    ['electron/a.ts', '// https://example.org/rules.md, other/rules.md, rules.mdx and rules.md.txt'],
    ['README.md', 'The law is in [docs/domain.md](docs/domain.md), see domain.md.'],
  ])('%s with %j is fine', (path, text) => {
    expect(cited(path, text)).toEqual([])
  })

  test.each([
    ['README.md', '[the law](docs/rules.md)'],
    ['README.md', '![the matrix](docs/b.png "Matrix")'],
    ['README.md', '[passes](docs/domain.md#6-passes)'],
    ['docs/domain.md', '[how it is built](ARCHITECTURE.md)'],
    ['docs/domain.md', '[here](#nowhere)'],
  ])('the link of %s in %j is reported', (path, text) => {
    expect(linked(path, text)).toHaveLength(1)
  })

  test.each([
    [
      'README.md',
      '[the law](docs/domain.md), ![the matrix](docs/a.png "Matrix"), [the web](https://example.org/rules.md)',
    ],
    ['README.md', '[passes](docs/domain.md#5-passes), [profiles](docs/domain.md#52-profiles)'],
    ['README.md', '`[not](a-link)`\n\n```\n[nor](this)\n```'],
    ['docs/domain.md', '[how it is built](../ARCHITECTURE.md#one-change-one-way-round), [here](#5-passes)'],
  ])('the link of %s in %j is fine', (path, text) => {
    expect(linked(path, text)).toEqual([])
  })

  test('a path that is not there is reported', () => {
    const named = (text: string) => pathProblems({ path: 'README.md', text }, sample)
    expect(named('`docs/rules.md` and `shared/rules`')).toHaveLength(2)
    expect(named('`docs/domain`, `docs/domain.md`, `features/*` and docs/rules')).toHaveLength(1)
    expect(named('`docs/domain.md`, `features/*` and docs/rules')).toEqual([])
  })

  test.each([
    ['## 1. A\n### 1.1 B\n### 1.2 C\n## 2. D\n## 4. E\n### 4.3 F\n', 0],
    ['## 1. A\n### 1.1 B\n### 1.1 C\n', 1],
    ['## 1. A\n### 1.2 B\n### 1.1 C\n', 1],
    ['## 1. A\n### 2.1 B\n', 1],
    ['## 2. A\n## 1. B\n', 1],
    ['## 2. A\n### 2.1 B\n## 2. C\n', 1],
  ])('the numbers of %j have so many faults: %i', (text, count) => {
    expect(numberProblems({ path: 'docs/domain.md', text })).toHaveLength(count)
  })

  test.each([
    ['## A\n- **asset**: a thing.\n- **alias**: a name.\n', 1],
    ['## A\n- **alias**: a name.\n- **alias**: another.\n', 1],
    ['## A\n- **alias**: a name.\n- **Alias**: another.\n', 1],
    ['## A\n- **alias**: a name.\n- **bar**: a stretch.\n', 1],
    ['## A\n- alias: a name.\n', 1],
    ['## A\n- **alias**: a name.\n- **asset**: a thing.\n\n## B\n- **bar**: a stretch.\n', 0],
  ])('the glossary %j has so many faults: %i', (text, count) => {
    expect(glossaryProblems({ path: 'docs/glossary.md', text })).toHaveLength(count)
  })
})
