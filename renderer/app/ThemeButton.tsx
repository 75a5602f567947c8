import { Moon, Sun } from 'lucide-react'
import { IconButton } from '../common/Button'
import { chooseTheme, otherTheme, useTheme } from './theme'

/** Chooses the theme that is not on. */
export function ThemeButton() {
  const other = useTheme((s) => otherTheme(s.theme))
  const Icon = other === 'light' ? Sun : Moon
  return (
    <IconButton
      label={other === 'light' ? 'Light theme' : 'Dark theme'}
      icon={<Icon size={14} strokeWidth={1.75} />}
      onClick={() => void chooseTheme(other)}
    />
  )
}
