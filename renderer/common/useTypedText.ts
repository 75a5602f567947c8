import { useEffect, useLayoutEffect, useReducer, useState } from 'react'
import { TypedText, type SaveText } from './typedText'

interface Options {
  label: string
  /** What the field shows while nothing is typed. */
  value: string
  save: SaveText
  /** Why a text cannot be, or null. */
  check?: ((text: string) => string | null) | undefined
  /** Whether a text may be saved while the field still has the focus: not where that takes the field away. */
  atRest?: ((text: string) => boolean) | undefined
}

/** Typed text for a field of one's own: what to show, why it is refused, and what to call when the field is typed in, left or given up. */
export function useTypedText({ label, value, save, check = accepted, atRest = always }: Options) {
  const [, onChange] = useReducer((n: number) => n + 1, 0)
  const [typed] = useState(() => new TypedText({ label, save, check, atRest, onChange }))
  useLayoutEffect(
    () => typed.serve({ label, save, check, atRest, onChange }),
    [typed, label, save, check, atRest, onChange],
  )
  useEffect(() => () => typed.dispose(), [typed])
  return {
    /** What was typed; null while nothing was. */
    typed: typed.text,
    text: typed.text ?? value,
    refused: typed.refused,
    type: (text: string) => typed.type(text, value),
    leave: () => typed.leave(),
    cancel: () => typed.cancel(),
  }
}

const accepted = () => null
const always = () => true
