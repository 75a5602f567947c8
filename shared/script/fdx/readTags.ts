import type { XmlNode } from './readXml'
import type { ParsedScript } from '../scriptTypes'

/**
 * What the crew has tagged in a Final Draft file: `<TagData>` holds categories ("Props"), definitions with a label and the category they belong to, and
 * the tags that a `<Text TagNumber>` of a paragraph uses. Each label once, with the line in which it first stands.
 */
export function readTags(root: XmlNode, lines: readonly string[]): NonNullable<ParsedScript['tags']> {
  const data = root.children.find((c) => c.name === 'TagData')
  if (!data) return []
  const among = (parent: string, name: string) =>
    data.children.filter((c) => c.name === parent).flatMap((c) => c.children.filter((d) => d.name === name))
  const categories = new Map(
    among('TagCategories', 'TagCategory').map((c) => [c.attributes.Id, c.attributes.Name ?? '']),
  )
  const seen = new Set<string>()
  return among('TagDefinitions', 'TagDefinition').flatMap(({ attributes }) => {
    const label = (attributes.Label ?? '').replace(/\s+/g, ' ').trim().slice(0, 200)
    const category = categories.get(attributes.CatId) ?? ''
    const id = `${category}/${label.toUpperCase()}`
    if (label === '' || category === '' || seen.has(id) || seen.size >= 5000) return []
    seen.add(id)
    const at = lines.findIndex((line) => line.toUpperCase().includes(label.toUpperCase()))
    return [{ category, label, line: at < 0 ? 1 : at + 1 }]
  })
}
