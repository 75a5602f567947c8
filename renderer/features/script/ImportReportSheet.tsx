/** What the last import brought, with its warnings. */
export function ImportReportSheet() {
  return null
}
