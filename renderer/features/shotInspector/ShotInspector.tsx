import { Clapperboard } from 'lucide-react'
import { useRead } from '../../app/useRead'
import { useView } from '../../app/viewStore'
import { Empty } from '../../common/Empty'
import { PanelBody } from '../../common/Section'
import { ContinuitySection } from '../../shots/ContinuitySection'
import { ClipSection } from '../../shots/frames/ClipSection'
import { FramePairSection } from '../../shots/frames/FramePairSection'
import { PromptsSection } from '../../shots/prompts/PromptsSection'
import { SeveralShots } from './SeveralShots'
import { ShotAssets } from '../../shots/members/ShotAssets'
import { ShotFields } from '../../shots/ShotFields'
import { ShotHead } from './ShotHead'
import { WillBeSent } from '../../shots/frames/WillBeSent'

/** Everything of the chosen shot: its frames, who is in it and when, what will be sent, its fields and prompts. */
export function ShotInspector() {
  const shotId = useView((s) => s.shotId)
  const shot = useRead((reads) => (shotId === null ? undefined : reads.get('shots', shotId)), [shotId])
  const together = useView((s) => (s.selected === 'shots' && s.shotIds.length > 1 ? s.shotIds : null))
  if (!shot) return <NoShot />
  if (together) return <SeveralShots shotIds={together} />
  return (
    <>
      <ShotHead shot={shot} />
      <PanelBody key={shot.id}>
        <FramePairSection shot={shot} />
        <ClipSection shot={shot} />
        <ShotAssets shot={shot} />
        <ContinuitySection shot={shot} />
        <WillBeSent shot={shot} />
        <ShotFields shot={shot} />
        <PromptsSection shot={shot} />
      </PanelBody>
    </>
  )
}

function NoShot() {
  return (
    <Empty
      icon={<Clapperboard size={18} strokeWidth={1.75} />}
      title="No shot is selected"
      text="Choose a scene at the left, or a shot in the matrix."
    />
  )
}
