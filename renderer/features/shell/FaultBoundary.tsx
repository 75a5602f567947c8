import { OctagonX } from 'lucide-react'
import { Tooltip } from 'radix-ui'
import { Component, type ReactNode } from 'react'
import { controlWindow, useAppInfo } from '../../app/appInfo'
import { closeProject } from '../../app/projectActions'
import { useProject } from '../../app/projectStore'
import { Button } from '../../common/Button'
import { Empty } from '../../common/Empty'
import { PlainTitle } from '../../common/PlainTitle'
import styles from './FaultBoundary.module.css'

/** Stands in for the whole window when drawing it failed: a sentence, ways on, and the window's own buttons, since the system draws no frame. */
export class FaultBoundary extends Component<{ children: ReactNode }, { fault: string | null }> {
  override state = { fault: null as string | null }

  static getDerivedStateFromError(error: unknown): { fault: string } {
    const text = error instanceof Error ? error.message : String(error)
    return { fault: `${text.slice(0, 300).replace(/\.$/, '')}.` }
  }

  override render(): ReactNode {
    return this.state.fault === null ? this.props.children : <Fault fault={this.state.fault} />
  }
}

function Fault({ fault }: { fault: string }) {
  const own = useAppInfo((s) => s.windowControls === 'own')
  const inProject = useProject((s) => s.folder !== null)
  return (
    <Tooltip.Provider>
      <div className={styles.window}>
        <PlainTitle onControl={own ? controlWindow : null} />
        <main className={styles.main} role="alert">
          <Empty
            icon={<OctagonX size={18} strokeWidth={1.75} />}
            title="This could not be shown"
            text={`Something went wrong while the window was drawn: ${fault} Everything you did is saved in the project.`}
          >
            {inProject && (
              <Button kind="outline" large onClick={() => void closeProject().then(reload)}>
                Close the project
              </Button>
            )}
            <Button kind="primary" large onClick={reload}>
              Show it again
            </Button>
          </Empty>
        </main>
      </div>
    </Tooltip.Provider>
  )
}

const reload = () => location.reload()
