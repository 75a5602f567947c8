import { RefreshCw } from 'lucide-react'
import { request } from '../../../app/hostClient'
import { make } from '../../../app/projectActions'
import { useProject } from '../../../app/projectStore'
import { Button } from '../../../common/Button'
import { scopeWords } from './scopeWords'
import type { FrameModel } from '../model/useFrameModel'
import { useFrameStatus } from './useFrameStatus'

/** Makes the still that is shown, says which passes, and stops it while it runs. */
export function MakeButton({
  model,
  large = false,
  className,
}: {
  model: FrameModel
  large?: boolean
  className?: string | undefined
}) {
  const readOnly = useProject((s) => s.readOnly)
  const { status, locked, jobId } = useFrameStatus(model)
  const size = large ? { large } : {}
  const named = className ? { className } : {}
  if (jobId !== null)
    return (
      <Button kind="outline" {...size} {...named} onClick={() => void request('jobs.cancel', { ids: [jobId] })}>
        Cancel making it
      </Button>
    )
  const reason = readOnly
    ? 'The project is open for reading only.'
    : locked
      ? 'The take is approved. Unlock it to make it again.'
      : (model.plan.refusal?.message ?? null)
  const start = () => void make(10, status === 'fresh' ? 'chosen' : 'all', [model.shot.id], [model.frame])
  return (
    <Button
      kind={status === 'fresh' ? 'outline' : 'primary'}
      {...size}
      {...named}
      disabled={reason !== null}
      {...(reason ? { tip: reason } : {})}
      onClick={start}
    >
      {status === 'fresh' && <RefreshCw size={14} strokeWidth={1.75} />}
      {scopeWords(status, model.frame, model.plan.passes.length, model.keptPasses)}
    </Button>
  )
}
