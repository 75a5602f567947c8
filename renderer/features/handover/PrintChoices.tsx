import {
  printFields,
  type PrintField,
  type PrintOptions,
  type PrintProfile,
  type PrintQuality,
} from '@shared/handover/boards/printOptions'
import { Check, Choice } from './choices'
import { exportState } from './exportState'
import styles from './ExportSheet.module.css'
import { LogoField } from './LogoField'
import { PrintLayouts } from './PrintLayouts'

const fieldWords: Record<PrintField, string> = {
  camera: 'Size, lens, move',
  duration: 'Duration',
  action: 'Action',
  dialogue: 'Dialogue',
  who: 'Who is in it',
  moves: 'Enters, exits',
  notes: 'Notes',
  arrows: 'Camera arrows',
  marks: 'Marks',
}
const perPage = ['1', '2', '3', '4', '6', '8', '9', '12'] as const
const qualities: readonly { value: PrintQuality; label: string }[] = [
  { value: 'screen', label: 'Screen' },
  { value: 'print', label: 'Print' },
  { value: 'fine', label: 'Fine' },
]
const profiles: readonly { value: PrintProfile; label: string }[] = [
  { value: 'boards', label: 'Boards' },
  { value: 'contact', label: 'Contact' },
  { value: 'list', label: 'List' },
  { value: 'breakdown', label: 'Assets' },
]

/** How the pages are laid out. */
export function PrintChoices() {
  const { print } = exportState.use()
  const set = (fields: Partial<PrintOptions>) => exportState.set({ print: { ...print, ...fields } })
  const toggle = (field: PrintField, on: boolean) =>
    set({ fields: printFields.filter((one) => (one === field ? on : print.fields.includes(one))) })
  return (
    <>
      <Choice label="Layout" value={print.profile} options={profiles} onChange={(profile) => set({ profile })} />
      <Choice
        label="Paper"
        value={print.paper}
        options={[
          { value: 'a4', label: 'A4' },
          { value: 'letter', label: 'Letter' },
        ]}
        onChange={(paper) => set({ paper })}
      />
      <Choice
        label="Turned"
        value={print.upright ? 'upright' : 'lying'}
        options={[
          { value: 'lying', label: 'Landscape' },
          { value: 'upright', label: 'Portrait' },
        ]}
        onChange={(way) => set({ upright: way === 'upright' })}
      />
      {print.profile === 'boards' && (
        <Choice
          label="A page"
          value={String(print.perPage) as (typeof perPage)[number]}
          options={perPage.map((value) => ({ value, label: value }))}
          onChange={(value) => set({ perPage: Number(value) })}
        />
      )}
      {print.profile !== 'breakdown' && (
        <Choice
          label="Frames"
          value={print.profile !== 'boards' && print.frames === 'both' ? 'start' : print.frames}
          options={[
            { value: 'start', label: 'Start' },
            { value: 'end', label: 'End' },
            ...(print.profile === 'boards' ? [{ value: 'both' as const, label: 'Both' }] : []),
          ]}
          onChange={(frames) => set({ frames })}
        />
      )}
      {print.profile === 'boards' && (
        <fieldset className={styles.fields}>
          <legend>With each panel</legend>
          {printFields.map((field) => (
            <Check
              key={field}
              label={fieldWords[field]}
              on={print.fields.includes(field)}
              onChange={(on) => toggle(field, on)}
            />
          ))}
        </fieldset>
      )}
      <Choice label="Pictures" value={print.quality} options={qualities} onChange={(quality) => set({ quality })} />
      <LogoField />
      <label className={styles.option}>
        <span>Head</span>
        <input
          className={styles.text}
          value={print.head}
          maxLength={200}
          spellCheck={false}
          onChange={(e) => set({ head: e.target.value })}
        />
      </label>
      <label className={styles.option}>
        <span>Date</span>
        <input
          className={styles.text}
          value={print.date}
          maxLength={40}
          placeholder="none"
          spellCheck={false}
          onChange={(e) => set({ date: e.target.value })}
        />
      </label>
      <div className={styles.fields}>
        <Check label="Page numbers" on={print.foot} onChange={(foot) => set({ foot })} />
        {print.profile !== 'contact' && (
          <Check label="Page per scene" on={print.pagePerScene} onChange={(pagePerScene) => set({ pagePerScene })} />
        )}
      </div>
      <PrintLayouts />
    </>
  )
}
