import { MessageSquareText } from 'lucide-react'
import { useState } from 'react'
import { chatProfile } from '@shared/domain/passes/chatProfile'
import type { Script } from '@shared/model/script'
import { request } from '../../app/hostClient'
import { attempt } from '../../app/projectActions'
import { importReportSheet } from '../../app/sheetKeys'
import { openSheet } from '../../app/sheets'
import { useRead } from '../../app/useRead'
import { Button } from '../../common/Button'

/** Asks the project's chat model who is in which shot of a script; what it adds waits in the review with its line. */
export function AskButton({ script, readOnly }: { script: Script; readOnly: boolean }) {
  const chat = useRead((reads) => chatProfile(reads)?.name ?? null, [])
  const [asking, setAsking] = useState(false)
  if (chat === null) return null
  const ask = async () => {
    setAsking(true)
    const report = await attempt(() => request('script.ask', { scriptId: script.id }))
    setAsking(false)
    if (report) openSheet(importReportSheet, { report, fileName: report.fileName, file: '' })
  }
  return (
    <Button
      tip={`Sends the scenes of ${script.fileName} to ${chat}. What it says counts only with a line of the script.`}
      disabled={readOnly || asking}
      onClick={() => void ask()}
    >
      <MessageSquareText size={14} strokeWidth={1.75} />
      {asking ? 'Asking…' : `Ask ${chat}`}
    </Button>
  )
}
