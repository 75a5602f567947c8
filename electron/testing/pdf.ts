/** Lines of a page in 12 point Courier, as a screenwriting program prints them; a line that begins with a page's furniture is one like any other. */
export function pdfOf(pages: readonly (readonly string[])[], { encrypt = false } = {}): Buffer {
  const contents = pages.map((lines) =>
    lines
      .map((line, i) => {
        const text = line.trimStart()
        const x = 72 + (line.length - text.length) * 7.2
        return text && `BT /F1 12 Tf ${x.toFixed(1)} ${720 - i * 12} Td (${text.replace(/[()\\]/g, '\\$&')}) Tj ET`
      })
      .filter(Boolean)
      .join('\n'),
  )
  return pdfOfContents(contents, encrypt)
}

/** Pages of whatever is drawn. */
export function pdfOfContents(contents: readonly string[], encrypt = false): Buffer {
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Count ${contents.length} /Kids [${contents.map((_, i) => `${4 + i * 2} 0 R`).join(' ')}] >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Courier /Encoding /WinAnsiEncoding >>',
    ...contents.flatMap((content, i) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Resources << /Font << /F1 3 0 R >> >> /Contents ${5 + i * 2} 0 R >>`,
      `<< /Length ${Buffer.byteLength(content, 'latin1')} >>\nstream\n${content}\nendstream`,
    ]),
    ...(encrypt ? [`<< /Filter /Standard /V 1 /R 2 /P -4 /O <${'ab'.repeat(32)}> /U <${'cd'.repeat(32)}> >>`] : []),
  ]
  let file = '%PDF-1.4\n'
  const places = objects.map((object, i) => {
    const at = file.length
    file += `${i + 1} 0 obj\n${object}\nendobj\n`
    return at
  })
  const table = file.length
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${places.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('')}`
  const lock = encrypt ? `/Encrypt ${objects.length} 0 R /ID [<00> <00>] ` : ''
  file += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${lock}>>\nstartxref\n${table}\n%%EOF\n`
  return Buffer.from(file, 'latin1')
}
