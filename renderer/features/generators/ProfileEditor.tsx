import { Check, Copy, Download, PlugZap, Trash2, TriangleAlert } from 'lucide-react'
import { useState } from 'react'
import type { KeyState } from '@shared/ipc/contract'
import { profileKinds } from '@shared/domain/passes/profileKinds'
import { parseWorkflow } from '@shared/model/workflow'
import type { BoxForm, Profile } from '@shared/model/profile'
import { counted } from '@shared/language/unitWords'
import { request } from '../../app/hostClient'
import { run } from '../../app/projectActions'
import { saveTyped } from '../../app/saveTyped'
import { failure, toast } from '../../app/toasts'
import { Button, IconButton } from '../../common/Button'
import { Field } from '../../common/Field'
import { Section } from '../../common/Section'
import { Select } from '../../common/Select'
import styles from './GeneratorsSheet.module.css'
import { KeySection } from './KeySection'
import { ClipFields } from './ClipFields'
import { NodeMapTable } from './NodeMapTable'
import { NumberField } from './NumberField'
import { PoolFields } from './PoolFields'
import { PriceFields } from './PriceFields'

const icon = { size: 14, strokeWidth: 1.75 } as const

interface Props {
  profile: Profile
  keyState: KeyState
  isSafe: boolean
  readOnly: boolean
  onKeys: () => void
}

/** Everything of one remote generator; what is changed is saved at once. */
export function ProfileEditor({ profile, keyState, isSafe, readOnly, onKeys }: Props) {
  const facts = profileKinds[profile.kind]
  const text = (label: string, field: 'name' | 'baseUrl' | 'model', placeholder = '') => (
    <label className={styles.option}>
      <span>{label}</span>
      <Field
        label={label}
        value={profile[field]}
        placeholder={placeholder}
        disabled={readOnly}
        onSave={(value, continues) => saveTyped('profile.update', { profileId: profile.id, [field]: value }, continues)}
      />
    </label>
  )
  return (
    <div className={styles.editor}>
      <header className={styles.editorHead}>
        <h3>{profile.name}</h3>
        <span>
          {facts.label}, revision {profile.revision}
        </span>
        <IconButton
          label="Duplicate"
          icon={<Copy {...icon} />}
          disabled={readOnly}
          onClick={() => void run('profile.duplicate', { profileId: profile.id })}
        />
        <IconButton
          label="Export without its key…"
          icon={<Download {...icon} />}
          onClick={() => void exportProfile(profile)}
        />
        <IconButton
          label="Delete"
          icon={<Trash2 {...icon} />}
          disabled={readOnly}
          onClick={() => void run('profile.delete', { profileId: profile.id })}
        />
      </header>
      {text('Name', 'name')}
      {text('Address', 'baseUrl', facts.beginning.baseUrl)}
      {facts.needsModel && text('Model', 'model', 'the provider’s name of it')}
      <TestConnection profile={profile} />
      {facts.needsWorkflow && (
        <Section
          title="Workflow"
          actions={
            <Button disabled={readOnly} onClick={() => void chooseWorkflow(profile)}>
              {profile.workflow ? 'Replace…' : 'Choose a file…'}
            </Button>
          }
        >
          <p className={styles.hint}>
            {profile.workflow
              ? `${profile.workflow.file} · ${counted(nodeCount(profile), 'node')}`
              : 'None yet. In ComfyUI open the workflow and choose File, then Export (API).'}
          </p>
          <NodeMapTable profile={profile} readOnly={readOnly} />
        </Section>
      )}
      {facts.needsWorkflow && <PoolFields profile={profile} readOnly={readOnly} />}
      <Section title="Key">
        <KeySection
          key={profile.id}
          profile={profile}
          state={keyState}
          isSafe={isSafe}
          readOnly={readOnly}
          onChange={onKeys}
        />
      </Section>
      {facts.makes === 'clips' && <ClipFields profile={profile} readOnly={readOnly} />}
      <Section title={facts.makes === 'frames' ? 'What it can take' : 'Its calls'}>
        <div className={styles.numbers}>
          {facts.makes === 'frames' && (
            <>
              <NumberField
                profile={profile}
                readOnly={readOnly}
                label="Images in one call"
                field="maxImages"
                most={facts.mostImages}
              />
              <NumberField
                profile={profile}
                readOnly={readOnly}
                label="Of those, of people"
                field="maxHumans"
                least={0}
                most={64}
                mayBeUnknown="no limit"
              />
              <NumberField
                profile={profile}
                readOnly={readOnly}
                label="Of those, of anything else"
                field="maxObjects"
                least={0}
                most={64}
                mayBeUnknown="no limit"
              />
              <NumberField
                profile={profile}
                readOnly={readOnly}
                label="New subjects in a pass"
                field="newSubjectsPerPass"
                most={64}
              />
              <NumberField
                profile={profile}
                readOnly={readOnly}
                label="Passes for a frame"
                field="maxPasses"
                most={50}
              />
            </>
          )}
          <NumberField
            profile={profile}
            readOnly={readOnly}
            label="Give up after, seconds"
            field="timeoutSeconds"
            least={5}
            most={86_400}
          />
          {facts.looksUp === 'byHandle' && (
            <NumberField
              profile={profile}
              readOnly={readOnly}
              label="Ask how far it is, seconds"
              field="pollSeconds"
              most={3600}
              mayBeUnknown="1 to 5"
            />
          )}
          <NumberField
            profile={profile}
            readOnly={readOnly}
            label="Longest prompt, characters"
            field="promptMax"
            most={10_000_000}
            mayBeUnknown="not known"
          />
        </div>
        {profile.kind === 'openai-images' && (
          <div className={styles.option}>
            <span>Boxes are</span>
            <Select
              label="Boxes of a later pass"
              value={profile.boxForm}
              disabled={readOnly}
              options={boxFormOptions}
              onChange={(boxForm) => void run('profile.update', { profileId: profile.id, boxForm })}
            />
          </div>
        )}
        {facts.makes === 'frames' && (
          <label
            className={styles.check}
            title="Arrows, boxes and words drawn over a still go along as one more picture"
          >
            <input
              type="checkbox"
              checked={profile.takesMarks}
              disabled={readOnly}
              onChange={(event) =>
                void run('profile.update', { profileId: profile.id, takesMarks: event.target.checked })
              }
            />
            Send the marks over a still as a picture
          </label>
        )}
        {facts.makes === 'words' ? (
          <p className={styles.hint}>
            It is asked for prompts and about scripts when you say so, and you see what it says before anything changes.
          </p>
        ) : (
          <label className={styles.check}>
            <input
              type="checkbox"
              checked={profile.traits}
              disabled={readOnly}
              onChange={(event) => void run('profile.update', { profileId: profile.id, traits: event.target.checked })}
            />
            Put descriptions of assets into its prompts
          </label>
        )}
      </Section>
      <Section
        title={
          facts.makes === 'clips'
            ? 'Price of a clip'
            : facts.makes === 'words'
              ? 'Price of a question'
              : 'Price of a call'
        }
      >
        <PriceFields profile={profile} readOnly={readOnly} />
      </Section>
    </div>
  )
}

const boxFormOptions: { value: BoxForm; label: string }[] = [
  { value: 'mask', label: 'sent as a mask' },
  { value: 'markup', label: 'sent as frames laid over the picture' },
  { value: 'none', label: 'told in words only' },
]

/** Asks the service whether it could work; nothing is made. */
function TestConnection({ profile }: { profile: Profile }) {
  const [told, setTold] = useState<{ isReady: boolean; text: string; of: Profile } | null>(null)
  const [isAsking, setAsking] = useState(false)
  const ask = async () => {
    setAsking(true)
    try {
      setTold({ ...(await request('generator.test', { profileId: profile.id })), of: profile })
    } catch (error) {
      failure(error)
    } finally {
      setAsking(false)
    }
  }
  // What was found of another revision, or before a change, is not said of this one.
  const shown = told?.of === profile ? told : null
  return (
    <div className={styles.test}>
      <Button kind="outline" disabled={isAsking} onClick={() => void ask()}>
        <PlugZap {...icon} />
        {isAsking ? 'Asking…' : 'Test connection'}
      </Button>
      <p role="status" className={shown ? (shown.isReady ? styles.good : styles.bad) : styles.hint}>
        {shown && (shown.isReady ? <Check size={13} strokeWidth={2} /> : <TriangleAlert size={13} strokeWidth={2} />)}
        {shown?.text ?? 'Asks whether it answers and has what it needs. Nothing is made.'}
      </p>
    </div>
  )
}

const nodeCount = ({ workflow }: Profile) => Object.keys((workflow && parseWorkflow(workflow.text)) ?? {}).length

async function chooseWorkflow(profile: Profile): Promise<void> {
  try {
    await request('generator.workflow', { profileId: profile.id })
  } catch (error) {
    failure(error)
  }
}

async function exportProfile(profile: Profile): Promise<void> {
  try {
    const answer = await request('generator.export', { profileId: profile.id })
    if (answer) toast('done', `Exported ${profile.name}, without its key.`)
  } catch (error) {
    failure(error)
  }
}
