/** The words of a text that lists them with spaces or line breaks between: the way word tables are written. */
export function wordList(text: string): readonly string[] {
  return text.trim().split(/\s+/)
}
