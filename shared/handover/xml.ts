/** What XML 1.0 has no form for: most control signs, and halves of a pair of UTF-16. */
const unwritable = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu

function xmlText(text: string): string {
  return text
    .replace(unwritable, '')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;')
    .replace(/\r\n?|\n/g, '&#10;')
    .replace(/\t/g, '&#9;')
}

/** An element: a name, attributes, and text, elements or nothing inside. */
export interface XmlElement {
  readonly name: string
  readonly attributes: Readonly<Record<string, string | number>>
  readonly inside: readonly XmlElement[] | string
}

/** @param inside elements, or text; signs that XML cannot hold are left out of it */
export const element = (
  name: string,
  attributes: XmlElement['attributes'] = {},
  inside: readonly XmlElement[] | string | number = [],
): XmlElement => ({ name, attributes, inside: typeof inside === 'number' ? String(inside) : inside })

/** An XML document, indented by two. @param doctype such as "fcpxml" or "xmeml" */
export function writeXml(doctype: string, root: XmlElement): string {
  const lines = ['<?xml version="1.0" encoding="UTF-8"?>', `<!DOCTYPE ${doctype}>`]
  write(root, '', lines)
  return `${lines.join('\n')}\n`
}

function write({ name, attributes, inside }: XmlElement, indent: string, lines: string[]): void {
  const told = Object.entries(attributes).map(([key, value]) => ` ${key}="${xmlText(String(value))}"`)
  const head = `${indent}<${name}${told.join('')}`
  if (typeof inside === 'string') lines.push(`${head}>${xmlText(inside)}</${name}>`)
  else if (!inside.length) lines.push(`${head}/>`)
  else {
    lines.push(`${head}>`)
    for (const child of inside) write(child, `${indent}  `, lines)
    lines.push(`${indent}</${name}>`)
  }
}
