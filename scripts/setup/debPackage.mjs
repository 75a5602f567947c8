import {
  chmodSync,
  cpSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import sharp from 'sharp'
import { FACTS } from './packedFacts.mjs'
import { ROOT } from './paths.mjs'
import { SetupError, say } from './report.mjs'
import { hasProgram, lastLine, runQuiet } from './run.mjs'

/** @typedef {import('./packedFacts.mjs').PackedFacts} PackedFacts */

const DIST = join(ROOT, 'dist')
/** Sides of the icons in pixels. */
const ICON_SIZES = [16, 32, 48, 64, 128, 256, 512]

/** What Electron loads, as Debian calls it; some libraries have another name since their time counts 64 bits. */
const DEPENDS = [
  'libgtk-3-0 | libgtk-3-0t64',
  'libnss3',
  'libasound2 | libasound2t64',
  'libgbm1',
  'libxtst6',
  'libxss1',
  'libnotify4',
  'libatspi2.0-0 | libatspi2.0-0t64',
  'xdg-utils',
]

/**
 * Builds a .deb of the folder that was packed last, with nothing but dpkg-deb. Installing runs no script of ours: what knows menus, icons and file
 * types looks by itself when something is installed.
 * @returns {Promise<string>} the file
 */
export async function buildDeb() {
  if (!hasProgram('dpkg-deb'))
    throw new SetupError('A .deb is built by dpkg-deb, which Debian and Ubuntu have; run this there.')
  /** @type {unknown} */
  const read = JSON.parse(readFileSync(FACTS, 'utf8'))
  const facts = /** @type {PackedFacts} */ (read)
  const root = join(DIST, 'deb')
  const file = join(DIST, `${facts.name}_${facts.version}_${debArchitecture(facts.arch)}.deb`)
  rmSync(root, { recursive: true, force: true })
  const home = join(root, 'opt', facts.productName)
  cpSync(join(DIST, 'linux-unpacked'), home, { recursive: true, verbatimSymlinks: true })
  // Where the system forbids namespaces to users, Chromium's sandbox needs this helper to belong to root, and to run as root.
  chmodSync(join(home, 'chrome-sandbox'), 0o4755)
  // Read by electron-updater: what a newer version is put in by.
  writeFileSync(join(home, 'resources', 'package-type'), 'deb')
  write(root, `usr/share/applications/${facts.name}.desktop`, desktopEntry(facts))
  write(root, `usr/share/mime/packages/${facts.name}.xml`, mimeTypes(facts))
  write(root, `usr/share/doc/${facts.name}/copyright`, readFileSync(join(ROOT, 'LICENSE'), 'utf8'))
  mkdirSync(join(root, 'usr', 'bin'), { recursive: true })
  symlinkSync(`/opt/${facts.productName}/${facts.name}`, join(root, 'usr', 'bin', facts.name))
  for (const size of ICON_SIZES) {
    const folder = join(root, 'usr', 'share', 'icons', 'hicolor', `${size}x${size}`, 'apps')
    mkdirSync(folder, { recursive: true })
    await sharp(join(ROOT, 'resources', 'icon.png'))
      .resize(size)
      .toFile(join(folder, `${facts.name}.png`))
  }
  write(root, 'DEBIAN/control', controlFile(facts, kilobytes(root)))
  say(`building ${file} …`)
  const { ok, output } = runQuiet('dpkg-deb', ['--root-owner-group', '-Zxz', '-z3', '--build', root, file])
  rmSync(root, { recursive: true, force: true })
  if (!ok) throw new SetupError(`dpkg-deb could not build ${file} (${lastLine(output)}).`)
  return file
}

/**
 * @param {string} arch as Node calls it
 */
const debArchitecture = (arch) => ({ x64: 'amd64', arm64: 'arm64', arm: 'armhf' })[arch] ?? arch

/**
 * What the package says of itself.
 * @param {PackedFacts} facts
 * @param {number} installedSize in kilobytes
 */
export const controlFile = (facts, installedSize) => `Package: ${facts.name}
Version: ${facts.version.replaceAll('-', '~')}
Architecture: ${debArchitecture(facts.arch)}
Maintainer: ${facts.maintainer}
Installed-Size: ${installedSize}
Depends: ${DEPENDS.join(', ')}
Section: video
Priority: optional
Description: ${facts.synopsis}
 ${facts.description}
`

/**
 * The entry in menus and in “Open with”.
 * @param {PackedFacts} facts
 */
export const desktopEntry = (facts) => `[Desktop Entry]
Type=Application
Name=${facts.productName}
Comment=${facts.synopsis}
Exec=/opt/${facts.productName}/${facts.name} %F
Terminal=false
Icon=${facts.name}
StartupWMClass=${facts.productName}
Categories=${facts.category};
MimeType=${facts.fileAssociations.flatMap(({ mimeType }) => (mimeType ? [`${mimeType};`] : [])).join('')}
`

/**
 * The kinds of files it opens.
 * @param {PackedFacts} facts
 */
export const mimeTypes = (facts) => `<?xml version="1.0" encoding="UTF-8"?>
<mime-info xmlns="http://www.freedesktop.org/standards/shared-mime-info">
${facts.fileAssociations
  .filter(({ mimeType }) => mimeType)
  .map(
    ({ ext, description, mimeType }) => `  <mime-type type="${mimeType}">
    <comment>${description}</comment>
    <glob pattern="*.${ext}" weight="60"/>
  </mime-type>`,
  )
  .join('\n')}
</mime-info>
`

/**
 * @param {string} root
 * @param {string} path
 * @param {string} text
 */
function write(root, path, text) {
  const file = join(root, path)
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, text)
}

/**
 * What a folder takes on disk, in kilobytes.
 * @param {string} folder
 * @returns {number}
 */
function kilobytes(folder) {
  return readdirSync(folder, { withFileTypes: true }).reduce((sum, entry) => {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return sum + kilobytes(path)
    return sum + (entry.isFile() ? Math.ceil(statSync(path).size / 1024) : 1)
  }, 0)
}
