import { readXmlNodes, type XmlNode } from '../../script/xml/readXmlNodes'
import { unreadable } from './editedCut'

/** Timelines of large films nest about thirty deep. */
const maxDepth = 128

/** An XML timeline as nodes. @throws Refusal TIMELINE_UNREADABLE for entities, and what is not well-formed */
export function readXmlTimeline(text: string, file: string): XmlNode[] {
  const read = readXmlNodes(text, maxDepth)
  if (Array.isArray(read)) return read
  const { kind, line, reason } = read
  const reasons = {
    entities: `line ${line} declares entities, which no timeline does`,
    unclosed: `a tag in line ${line} is never closed; the file is damaged or cut off`,
    deep: `it nests more than ${maxDepth} levels deep`,
    invalid: `line ${line}: ${reason}`,
  }
  return unreadable(file, reasons[kind])
}

export const childrenOf = (node: XmlNode, name: string): XmlNode[] => node.children.filter((one) => one.name === name)
export const childOf = (node: XmlNode | undefined, name: string): XmlNode | undefined =>
  node?.children.find((one) => one.name === name)

/** The words directly in a child; empty when there is none. */
export const textOf = (node: XmlNode | undefined, name: string): string =>
  (childOf(node, name)?.children ?? [])
    .map((one) => one.text)
    .join('')
    .trim()

/** The first element of a name, at any depth, in order of the file. */
export function firstOf(nodes: readonly XmlNode[], name: string): XmlNode | null {
  for (const node of nodes) {
    if (node.name === name) return node
    const found = firstOf(node.children, name)
    if (found) return found
  }
  return null
}
