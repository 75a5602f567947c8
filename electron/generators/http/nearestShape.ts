/** Of the shapes a model can draw, as "16:9" or "1920:1080", the one nearest to the film's. */
export function nearestShape(width: number, height: number, shapes: readonly string[]): string {
  const off = (shape: string) => {
    const [w, h] = shape.split(':').map(Number) as [number, number]
    return Math.abs(Math.log(w / h / (width / height)))
  }
  return shapes.toSorted((a, b) => off(a) - off(b))[0]!
}
