/** Being written. */
export function MatrixView() {
  return <div />
}
