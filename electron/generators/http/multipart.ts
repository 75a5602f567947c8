import { randomUUID } from 'node:crypto'

/** A part of a form: words, or a file with its name and type. */
export interface Part {
  readonly name: string
  readonly value: string | { readonly bytes: Uint8Array; readonly file: string; readonly mime: string }
}

/** A form as it goes over the wire. */
export interface Multipart {
  readonly bytes: Buffer
  readonly contentType: string
}

/**
 * A multipart form with its parts in the given order and every byte as it was given (RFC 7578). The platform's own FormData writes line ends anew, and a prompt is sent as it
 * was shown.
 */
export function multipart(parts: readonly Part[]): Multipart {
  const boundary = `exeunt-${randomUUID()}`
  const pieces = parts.flatMap(({ name, value }) => {
    const isText = typeof value === 'string'
    const file = isText ? '' : `; filename="${quoted(value.file)}"\r\nContent-Type: ${value.mime}`
    return [
      Buffer.from(`--${boundary}\r\nContent-Disposition: form-data; name="${quoted(name)}"${file}\r\n\r\n`),
      isText ? Buffer.from(value) : value.bytes,
      Buffer.from('\r\n'),
    ]
  })
  return {
    bytes: Buffer.concat([...pieces, Buffer.from(`--${boundary}--\r\n`)]),
    contentType: `multipart/form-data; boundary=${boundary}`,
  }
}

/** Names stand in quotes, on one line. */
const quoted = (text: string) => text.replace(/\r/g, '%0D').replace(/\n/g, '%0A').replace(/"/g, '%22')
