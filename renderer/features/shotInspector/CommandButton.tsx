import type { ReactNode } from 'react'
import { keyText, useCommands } from '../../app/commands'
import { useProject } from '../../app/projectStore'
import { Button } from '../../common/Button'

/** A command of the registry as a button: the same key, and it rests while the command cannot be run. */
export function CommandButton({ id, icon, words }: { id: string; icon: ReactNode; words: string }) {
  const command = useCommands((s) => s.commands.find((c) => c.id === id))
  useProject((s) => s.revision)
  if (!command) return null
  return (
    <Button
      kind="outline"
      disabled={command.enabled?.() === false}
      {...(command.keys?.[0] ? { tip: command.title, keys: keyText(command.keys[0]) } : {})}
      onClick={() => command.run()}
    >
      {icon}
      {words}
    </Button>
  )
}
