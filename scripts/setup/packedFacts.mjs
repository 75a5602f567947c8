import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { ROOT } from './paths.mjs'

/**
 * What stands in electron-builder.yml and package.json of the application that was packed last.
 * @typedef {{ name: string, productName: string, version: string, description: string, synopsis: string, maintainer: string, category: string,
 *   arch: string, fileAssociations: readonly FileAssociation[] }} PackedFacts
 * @typedef {{ ext: string, description?: string, mimeType?: string }} FileAssociation
 */

/** Where they are noted. */
export const FACTS = join(ROOT, 'dist', 'packed.json')

/**
 * Called by electron-builder when a folder is packed.
 * @param {{ packager: {
 *   executableName: string,
 *   appInfo: { productName: string, version: string, description: string },
 *   platformSpecificBuildOptions: { synopsis?: string, maintainer?: string, category?: string },
 *   fileAssociations: readonly FileAssociation[],
 * } }} context
 */
export default function noteFacts({ packager }) {
  const { appInfo, platformSpecificBuildOptions: options } = packager
  /** @type {PackedFacts} */
  const facts = {
    name: packager.executableName,
    productName: appInfo.productName,
    version: appInfo.version,
    description: appInfo.description,
    synopsis: options.synopsis ?? '',
    maintainer: options.maintainer ?? '',
    category: options.category ?? '',
    arch: process.arch,
    fileAssociations: packager.fileAssociations.map(({ ext, description = '', mimeType = '' }) => ({
      ext,
      description,
      mimeType,
    })),
  }
  mkdirSync(dirname(FACTS), { recursive: true })
  writeFileSync(FACTS, `${JSON.stringify(facts, null, 2)}\n`)
}
