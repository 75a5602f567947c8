import type { ButtonHTMLAttributes, ReactNode, Ref } from 'react'
import { Tip } from './Tip'
import styles from './Button.module.css'

interface Props extends ButtonHTMLAttributes<HTMLButtonElement> {
  kind?: 'plain' | 'outline' | 'primary'
  large?: boolean
  /** Shown on hover; on a disabled button the reason. */
  tip?: string
  /** Shortcut in the tooltip, e.g. "Ctrl Z". */
  keys?: string | undefined
  ref?: Ref<HTMLButtonElement>
}

/** A button with words. */
export function Button({ kind = 'plain', large, tip, keys, className, children, ...rest }: Props) {
  const button = (
    <button
      type="button"
      {...rest}
      className={[styles.btn, kind !== 'plain' && styles[kind], large && styles.large, className]
        .filter(Boolean)
        .join(' ')}
    >
      {children}
    </button>
  )
  return tip ? (
    <Tip text={tip} keys={keys}>
      {button}
    </Tip>
  ) : (
    button
  )
}

/** A button with only an icon; its label is its name and its tooltip. */
export function IconButton({
  label,
  icon,
  keys,
  kind = 'plain',
  large,
  className,
  tip,
  ...rest
}: Omit<Props, 'children'> & { label: string; icon: ReactNode }) {
  return (
    <Tip text={tip ?? label} keys={keys}>
      <button
        type="button"
        aria-label={label}
        {...rest}
        className={[styles.btn, styles.icon, kind !== 'plain' && styles[kind], large && styles.large, className]
          .filter(Boolean)
          .join(' ')}
      >
        {icon}
      </button>
    </Tip>
  )
}
