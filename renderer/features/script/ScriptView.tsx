/** The script with its shots beside it. */
export function ScriptView() {
  return <div />
}
