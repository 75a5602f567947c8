import { Clapperboard } from 'lucide-react'
import { addShot } from '../../app/edit/shotCommands'
import { useProject } from '../../app/projectStore'
import { useRead } from '../../app/useRead'
import { useView } from '../../app/viewStore'
import { Button } from '../../common/Button'
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
  const readOnly = useProject((s) => s.readOnly)
  const hasShots = useRead((reads) => reads.count('shots') > 0, [])
  const sceneId = useView((s) => s.sceneId)
  const icon = <Clapperboard size={18} strokeWidth={1.75} />
  if (hasShots)
    return <Empty icon={icon} title="No shot is selected" text="Choose a scene at the left, or a shot in the matrix." />
  return (
    <Empty
      icon={icon}
      title="No shots yet"
      text={
        sceneId
          ? 'Add the first shot to this scene, or import a script.'
          : 'Add a scene at the left, or import a script.'
      }
    >
      {sceneId && (
        <Button kind="primary" disabled={readOnly} onClick={() => void addShot(sceneId)}>
          Add shot
        </Button>
      )}
    </Empty>
  )
}
